package io.latchkey.hibernate.mariadb;

import io.latchkey.hibernate.server.ServerBackend;
import io.latchkey.hibernate.server.ServerTokenStoreBackend;
import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaDbTokenStoreContractTest extends TokenStoreContract {

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
  protected TokenStoreBackend createBackend() {
    return new ServerTokenStoreBackend(mariaDb);
  }
}
