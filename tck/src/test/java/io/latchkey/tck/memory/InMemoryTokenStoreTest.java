package io.latchkey.tck.memory;

import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreContract;

class InMemoryTokenStoreTest extends TokenStoreContract {

  @Override
  protected TokenStoreBackend createBackend() {
    return new InMemoryTokenStoreBackend();
  }
}
