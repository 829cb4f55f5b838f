package io.latchkey.hibernate.mariadb;

import io.latchkey.hibernate.server.ServerBackend;
import io.latchkey.hibernate.server.ServerKillContract;

class MariaDbKillTest extends ServerKillContract {

  @Override
  protected ServerBackend start(String... keysAndValues) {
    return new MariaDbBackend(keysAndValues);
  }
}
