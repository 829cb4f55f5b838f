package io.latchkey.ldap.token;

import io.latchkey.ldap.server.InMemoryServer;
import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreBackend.Feature;
import io.latchkey.tck.TokenStoreContract;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class LdapTokenStoreContractTest extends TokenStoreContract {

  private static InMemoryServer server;

  @BeforeAll
  static void start() {
    server = InMemoryServer.open(new OnePageEach());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected TokenStoreBackend createBackend() {
    return new LdapTokenStoreBackend(server, Set.of(Feature.CONTENT));
  }
}
