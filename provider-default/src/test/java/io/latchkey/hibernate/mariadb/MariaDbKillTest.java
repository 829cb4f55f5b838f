package io.latchkey.hibernate.mariadb;

import io.latchkey.hibernate.server.DatabaseServer;
import io.latchkey.hibernate.server.ServerKillContract;

class MariaDbKillTest extends ServerKillContract {

  @Override
  protected DatabaseServer startServer() {
    return MariaDbServer.start();
  }
}
