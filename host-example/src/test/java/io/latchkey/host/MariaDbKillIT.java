package io.latchkey.host;

import io.latchkey.hibernate.mariadb.MariaDbServer;
import io.latchkey.hibernate.server.ServerDatabase;
import org.junit.jupiter.api.AfterEach;

class MariaDbKillIT extends DatabaseKillContract {

  private MariaDbServer server;

  @Override
  ServerDatabase startServer() {
    server = MariaDbServer.start();
    return server.createDatabase();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Override
  void killServer() {
    server.kill();
  }

  @Override
  void restartServer() {
    server.restart();
  }
}
