package io.latchkey.hibernate.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** A database on a server, with a user of its own. */
public interface ServerDatabase {

  /**
   * Where it is.
   *
   * @return the JDBC URL, without a user
   */
  String url();

  /**
   * Its name on the server.
   *
   * @return the name
   */
  String name();

  /**
   * Who owns it.
   *
   * @return the user
   */
  String user();

  /**
   * The password of that user.
   *
   * @return the password
   */
  String password();

  /**
   * Connects as the administrator, for a look at the tables.
   *
   * @return a connection, which the caller closes
   * @throws SQLException if the server refuses
   */
  Connection connect() throws SQLException;

  /**
   * How a provider reaches it.
   *
   * @return the keys {@code url}, {@code user} and {@code password}
   */
  default Map<String, String> config() {
    return Map.of("url", url(), "user", user(), "password", password());
  }

  /**
   * How a host reaches it.
   *
   * @return the same keys, with their scope before them
   */
  default Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    config().forEach((key, text) -> settings.put("default." + key, text));
    return settings;
  }

  /**
   * Runs statements as the administrator.
   *
   * @param statements what to run, in order
   */
  default void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
