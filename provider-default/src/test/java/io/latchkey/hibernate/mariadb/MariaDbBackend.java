package io.latchkey.hibernate.mariadb;

import io.latchkey.hibernate.server.ServerBackend;
import java.util.stream.Stream;

/** A MariaDB of its own with one database, and the providers over it. */
public final class MariaDbBackend extends ServerBackend {

  private final MariaDbServer server;

  /**
   * Starts a server.
   *
   * @param keysAndValues keys of the provider beside those that say where the database is, each
   *     followed by its text
   */
  public MariaDbBackend(String... keysAndValues) {
    this(MariaDbServer.start(), keysAndValues);
  }

  private MariaDbBackend(MariaDbServer server, String... keysAndValues) {
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
