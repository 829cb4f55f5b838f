package io.latchkey.host;

import io.latchkey.hibernate.postgres.PostgresServer;
import io.latchkey.hibernate.server.DatabaseServer;

class PostgresKillIT extends DatabaseKillContract {

  @Override
  DatabaseServer startServer() {
    return PostgresServer.start();
  }
}
