package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.server.DatabaseServer;
import io.latchkey.hibernate.server.ServerKillContract;

class PostgresKillTest extends ServerKillContract {

  @Override
  protected DatabaseServer startServer() {
    return PostgresServer.start();
  }
}
