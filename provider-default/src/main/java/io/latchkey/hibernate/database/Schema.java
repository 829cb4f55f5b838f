package io.latchkey.hibernate.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the tables up to date. */
final class Schema {

  /** Flyway's table. */
  static final String HISTORY = "latchkey_schema_history";

  private static final String LOCATION = "classpath:io/latchkey/hibernate/migration";

  /** The same versions, for MariaDB. */
  private static final String MARIADB_LOCATION = "classpath:io/latchkey/hibernate/mariadb";

  private Schema() {}

  static boolean migrate(HikariDataSource pool, JdbcUrl url) throws SQLException {
    if (url.isMariaDb()) {
      forgetFailures(pool);
    }
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(pool)
        .locations(url.isMariaDb() ? MARIADB_LOCATION : LOCATION)
        .table(HISTORY)
        // In somebody else's database: begin beside what is there, and at V1, not after it.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .cleanDisabled(true)
        .placeholders(columnTypes(url))
        .loggers(SchemaLog.class.getName())
        .load()
        .migrate()
        .success;
  }

  /**
   * A script that has failed on the way may run again: its statements pass over what is there.
   * Flyway would have an operator say so first.
   */
  private static void forgetFailures(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      boolean begun;
      try (ResultSet history = statement.executeQuery("show tables like '" + HISTORY + "'")) {
        begun = history.next();
      }
      if (begun) {
        statement.executeUpdate("delete from " + HISTORY + " where success = 0");
      }
    }
  }

  /**
   * What differs between databases. An {@code id} is compared exactly: by case, without padding.
   */
  private static Map<String, String> columnTypes(JdbcUrl url) {
    if (url.isPostgres()) {
      return Map.of("id", "VARCHAR(200) COLLATE \"C\"", "digest", "BYTEA", "text", "TEXT");
    }
    if (url.isMariaDb()) {
      return Map.of(); // its scripts name their types
    }
    return Map.of("id", "VARCHAR(200)", "digest", "VARBINARY(64)", "text", "VARCHAR");
  }
}
