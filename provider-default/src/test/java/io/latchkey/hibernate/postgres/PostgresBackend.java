package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.server.ServerBackend;
import java.util.stream.Stream;

/** A PostgreSQL of its own with one database, and the providers over it. */
public final class PostgresBackend extends ServerBackend {

  private final PostgresServer server;

  /**
   * Starts a server.
   *
   * @param keysAndValues keys of the provider beside those that say where the database is, each
   *     followed by its text
   */
  public PostgresBackend(String... keysAndValues) {
    this(PostgresServer.start(), keysAndValues);
  }

  private PostgresBackend(PostgresServer server, String... keysAndValues) {
    super(server.createDatabase(), keysAndValues);
    this.server = server;
  }

  @Override
  protected void killServer() {
    server.kill();
  }

  @Override
  protected void restartServer() {
    server.restart();
  }

  @Override
  protected void closeServer() {
    server.close();
  }

  @Override
  protected Stream<byte[]> files() {
    return server.files();
  }
}
