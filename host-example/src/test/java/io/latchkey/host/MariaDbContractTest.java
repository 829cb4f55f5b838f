package io.latchkey.host;

import io.latchkey.hibernate.mariadb.MariaDbServer;
import io.latchkey.tck.http.CreateTokenContract;
import io.latchkey.tck.http.HostUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The wire contract with tokens, users and role grants in MariaDB. */
class MariaDbContractTest extends CreateTokenContract {

  @TempDir private static Path folder;

  private static MariaDbServer server;
  private static EmbeddedHost host;

  @BeforeAll
  static void start() {
    server = MariaDbServer.start();
    host = EmbeddedHost.withImportedDirectory(folder, server.createDatabase().settings());
  }

  @AfterAll
  static void stop() {
    host.close();
    server.close();
  }

  @Override
  protected HostUnderTest host() {
    return host;
  }
}
