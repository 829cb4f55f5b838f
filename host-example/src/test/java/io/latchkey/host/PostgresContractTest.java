package io.latchkey.host;

import io.latchkey.hibernate.postgres.PostgresServer;
import io.latchkey.tck.http.CreateTokenContract;
import io.latchkey.tck.http.HostUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The wire contract with tokens, users and role grants in PostgreSQL. */
class PostgresContractTest extends CreateTokenContract {

  @TempDir private static Path folder;

  private static PostgresServer server;
  private static EmbeddedHost host;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
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
