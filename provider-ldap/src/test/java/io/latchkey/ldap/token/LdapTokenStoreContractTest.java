package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import io.latchkey.ldap.server.InMemoryServer;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TokenStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class LdapTokenStoreContractTest extends TokenStoreContract {

  private static InMemoryServer server;
  private static TokenBranch branch;
  private static DN tokens;

  @BeforeAll
  static void open() throws Exception {
    server = InMemoryServer.start(new OnePageEach());
    branch = TokenBranch.of(server);
    tokens = branch.empty();
  }

  @AfterAll
  static void close() {
    branch.close();
    server.close();
  }

  /** One server for all tests, which looks at every entry it has for each search. */
  @Override
  protected TokenStore createStore() {
    try {
      server.server().deleteSubtree(tokens.toString());
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
    tokens = branch.empty();
    return branch.store(tokens);
  }
}
