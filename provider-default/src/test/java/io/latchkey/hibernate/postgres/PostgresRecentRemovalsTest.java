package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.server.DatabaseServer;
import io.latchkey.hibernate.server.ServerRecentRemovalsContract;

class PostgresRecentRemovalsTest extends ServerRecentRemovalsContract {

  @Override
  protected DatabaseServer startServer() {
    return PostgresServer.start();
  }
}
