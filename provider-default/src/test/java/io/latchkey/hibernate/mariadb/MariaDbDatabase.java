package io.latchkey.hibernate.mariadb;

import io.latchkey.hibernate.server.ServerDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database on a {@link MariaDbServer}.
 *
 * @param server the server that it is on
 * @param name its name
 * @param user who has all rights in it, and no other
 * @param password that one's password
 */
public record MariaDbDatabase(MariaDbServer server, String name, String user, String password)
    implements ServerDatabase {

  @Override
  public String url() {
    return server.url(name);
  }

  @Override
  public Connection connect() throws SQLException {
    return server.connect(name);
  }
}
