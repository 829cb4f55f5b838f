package io.latchkey.tck.memory;

import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.UserDirectoryContract;

class InMemoryUserDirectoryTest extends UserDirectoryContract {

  @Override
  protected UserDirectory createDirectory() {
    InMemoryUserDirectory directory = new InMemoryUserDirectory();
    FIXTURE.organizations().forEach(directory::put);
    FIXTURE.users().forEach(directory::put);
    return directory;
  }
}
