package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.server.ServerDatabase;
import io.latchkey.hibernate.server.ServerNodesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresNodesTest extends ServerNodesContract {

  private static PostgresServer server;

  @BeforeAll
  static void startServer() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  protected ServerDatabase createDatabase() {
    return server.createDatabase();
  }

  @Override
  protected String takingTheLock() {
    return "select pg_advisory_lock(" + 0x6c617463686b6579L + ")";
  }

  @Override
  protected String countingWhoWait() {
    return "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
  }
}
