package io.latchkey.ldap.directory;

import io.latchkey.ldap.server.InMemoryServer;
import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.UserDirectoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class LdapUserDirectoryContractTest extends UserDirectoryContract {

  private static InMemoryServer server;

  @BeforeAll
  static void start() {
    server = InMemoryServer.open();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected UserDirectoryBackend createBackend() {
    return new LdapUserDirectoryBackend(server);
  }
}
