package io.latchkey.hibernate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * A database on PostgreSQL.
 *
 * @param service where it is
 * @param name its name
 * @param user who owns it
 * @param password that one's password
 */
public record PostgresDatabase(PostgresService service, String name, String user, String password) {

  /** Makes an empty one, which a user of its own owns. */
  static PostgresDatabase create(PostgresService service, String name) {
    PostgresDatabase database = new PostgresDatabase(service, name, name, name + "'s-secret");
    try (Connection connection = service.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE ROLE %s LOGIN PASSWORD '%s'"
              .formatted(database.user(), database.password().replace("'", "''")));
      statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, database.user()));
      return database;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * How a provider reaches it.
   *
   * @return the keys {@code url}, {@code user} and {@code password}
   */
  public Map<String, String> config() {
    return Map.of("url", service.url(name), "user", user, "password", password);
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
    return service.connect(name);
  }
}
