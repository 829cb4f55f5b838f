package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.server.ServerBackend;
import io.latchkey.hibernate.server.ServerKillContract;

class PostgresKillTest extends ServerKillContract {

  @Override
  protected ServerBackend start(String... keysAndValues) {
    return new PostgresBackend(keysAndValues);
  }
}
