package io.latchkey.tck.memory;

import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.UserDirectoryContract;

class InMemoryUserDirectoryTest extends UserDirectoryContract {

  @Override
  protected UserDirectoryBackend createBackend() {
    return new InMemoryUserDirectoryBackend();
  }
}
