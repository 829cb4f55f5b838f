package io.latchkey.hibernate.mariadb;

import io.latchkey.hibernate.server.ServerBackend;
import io.latchkey.hibernate.server.ServerUserDirectoryBackend;
import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.UserDirectoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaDbUserDirectoryContractTest extends UserDirectoryContract {

  private static ServerBackend mariaDb;

  @BeforeAll
  static void start() {
    mariaDb = new ServerBackend(MariaDbServer.start(), "timeout", "PT3S");
  }

  @AfterAll
  static void stop() {
    mariaDb.close();
  }

  @Override
  protected UserDirectoryBackend createBackend() {
    return new ServerUserDirectoryBackend(mariaDb);
  }
}
