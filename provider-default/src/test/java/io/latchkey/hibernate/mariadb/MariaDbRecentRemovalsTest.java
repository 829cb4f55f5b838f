package io.latchkey.hibernate.mariadb;

import io.latchkey.hibernate.server.DatabaseServer;
import io.latchkey.hibernate.server.ServerRecentRemovalsContract;

class MariaDbRecentRemovalsTest extends ServerRecentRemovalsContract {

  @Override
  protected DatabaseServer startServer() {
    return MariaDbServer.start();
  }
}
