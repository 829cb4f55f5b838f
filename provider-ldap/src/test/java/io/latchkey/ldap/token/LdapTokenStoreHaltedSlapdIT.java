package io.latchkey.ldap.token;

import io.latchkey.ldap.server.Slapd;
import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreBackend.Feature;
import io.latchkey.tck.TokenStoreContract;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Its outages are those of a server that hangs. */
class LdapTokenStoreHaltedSlapdIT extends TokenStoreContract {

  @TempDir private static Path directory;

  private static HaltingServer server;

  @BeforeAll
  static void start() {
    server = new HaltingServer(Slapd.start(directory));
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
