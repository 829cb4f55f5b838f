package io.latchkey.ldap.directory;

import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.server.FixtureEntries;
import io.latchkey.ldap.server.InMemoryServer;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.UserDirectoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class LdapUserDirectoryContractTest extends UserDirectoryContract {

  private static InMemoryServer server;

  private final DirectoryContext context =
      DirectoryContext.of(server, FixtureEntries.keys(server.baseDn()));

  @BeforeAll
  static void start() {
    server = InMemoryServer.start();
    new FixtureEntries(server.server(), server.baseDn()).fill(FIXTURE);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void closeContext() {
    context.close();
  }

  @Override
  protected UserDirectory createDirectory() {
    return context.users();
  }
}
