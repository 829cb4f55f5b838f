package io.latchkey.host;

import io.latchkey.hibernate.mariadb.MariaDbServer;
import io.latchkey.hibernate.server.DatabaseServer;

class MariaDbKillIT extends DatabaseKillContract {

  @Override
  DatabaseServer startServer() {
    return MariaDbServer.start();
  }
}
