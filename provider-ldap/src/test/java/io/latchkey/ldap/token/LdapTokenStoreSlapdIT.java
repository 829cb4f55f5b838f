package io.latchkey.ldap.token;

import io.latchkey.ldap.server.DirectoryServer;
import io.latchkey.ldap.server.Slapd;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TokenStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class LdapTokenStoreSlapdIT extends TokenStoreContract {

  @TempDir private static Path directory;
  private static DirectoryServer server;
  private static TokenBranch branch;

  @BeforeAll
  static void open() throws Exception {
    server = Slapd.start(directory);
    branch = TokenBranch.of(server);
  }

  @AfterAll
  static void close() {
    branch.close();
    server.close();
  }

  /** One server for all tests, with an entry for each. */
  @Override
  protected TokenStore createStore() {
    return branch.store(branch.empty());
  }
}
