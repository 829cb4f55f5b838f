package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.server.ServerBackend;
import io.latchkey.hibernate.server.ServerRecentRemovalsContract;

class PostgresRecentRemovalsTest extends ServerRecentRemovalsContract {

  @Override
  protected ServerBackend start() {
    return new PostgresBackend();
  }
}
