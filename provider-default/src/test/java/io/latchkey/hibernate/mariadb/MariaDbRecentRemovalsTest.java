package io.latchkey.hibernate.mariadb;

import io.latchkey.hibernate.server.ServerBackend;
import io.latchkey.hibernate.server.ServerRecentRemovalsContract;

class MariaDbRecentRemovalsTest extends ServerRecentRemovalsContract {

  @Override
  protected ServerBackend start() {
    return new MariaDbBackend();
  }
}
