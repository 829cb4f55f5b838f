package io.latchkey.hibernate.mariadb;

import io.latchkey.hibernate.server.ServerDatabase;
import io.latchkey.hibernate.server.ServerNodesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaDbNodesTest extends ServerNodesContract {

  private static MariaDbServer server;

  @BeforeAll
  static void startServer() {
    server = MariaDbServer.start();
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
    return "select get_lock(concat('latchkey ', sha1(database())), 60)";
  }

  @Override
  protected String countingWhoWait() {
    return "SELECT count(*) FROM information_schema.processlist WHERE state = 'User lock'";
  }
}
