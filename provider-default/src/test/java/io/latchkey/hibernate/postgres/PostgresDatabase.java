package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.server.ServerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database on PostgreSQL.
 *
 * @param service where it is
 * @param name its name
 * @param user who owns it
 * @param password that one's password
 */
public record PostgresDatabase(PostgresService service, String name, String user, String password)
    implements ServerDatabase {

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

  @Override
  public String url() {
    return service.url(name);
  }

  @Override
  public Connection connect() throws SQLException {
    return service.connect(name);
  }
}
