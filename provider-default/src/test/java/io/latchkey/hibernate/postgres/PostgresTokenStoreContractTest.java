package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.server.ServerBackend;
import io.latchkey.hibernate.server.ServerTokenStoreBackend;
import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresTokenStoreContractTest extends TokenStoreContract {

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
  protected TokenStoreBackend createBackend() {
    return new ServerTokenStoreBackend(postgres);
  }
}
