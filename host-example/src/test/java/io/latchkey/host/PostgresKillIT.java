package io.latchkey.host;

import io.latchkey.hibernate.postgres.PostgresServer;
import io.latchkey.hibernate.server.ServerDatabase;
import org.junit.jupiter.api.AfterEach;

class PostgresKillIT extends DatabaseKillContract {

  private PostgresServer server;

  @Override
  ServerDatabase startServer() {
    server = PostgresServer.start();
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
