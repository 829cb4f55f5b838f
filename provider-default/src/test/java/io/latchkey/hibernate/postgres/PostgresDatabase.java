package io.latchkey.hibernate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * A database on a {@link PostgresServer}.
 *
 * @param server the server that it is on
 * @param name its name
 * @param user who owns it
 * @param password that one's password
 */
public record PostgresDatabase(PostgresServer server, String name, String user, String password) {

  /**
   * How a provider reaches it.
   *
   * @return the keys {@code url}, {@code user} and {@code password}
   */
  public Map<String, String> config() {
    return Map.of("url", server.url(name), "user", user, "password", password);
  }

  /**
   * How a host reaches it.
   *
   * @return the same keys, with their scope before them
   */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    config().forEach((key, text) -> settings.put("default." + key, text));
    return settings;
  }

  /**
   * Runs statements as the administrator.
   *
   * @param statements what to run, in order
   */
  public void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Connects as the administrator, for a look at the tables.
   *
   * @return a connection, which the caller closes
   * @throws SQLException if the server refuses
   */
  public Connection connect() throws SQLException {
    return server.connect(name);
  }
}
