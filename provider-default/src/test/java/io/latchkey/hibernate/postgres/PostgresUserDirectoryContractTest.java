package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.server.ServerBackend;
import io.latchkey.hibernate.server.ServerUserDirectoryBackend;
import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.UserDirectoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresUserDirectoryContractTest extends UserDirectoryContract {

  private static ServerBackend postgres;

  @BeforeAll
  static void start() {
    postgres = new ServerBackend(PostgresServer.start(), "timeout", "PT3S");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Override
  protected UserDirectoryBackend createBackend() {
    return new ServerUserDirectoryBackend(postgres);
  }
}
