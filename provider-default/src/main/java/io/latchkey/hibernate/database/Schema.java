package io.latchkey.hibernate.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the tables up to date. */
final class Schema {

  /** Flyway's table. */
  static final String HISTORY = "latchkey_schema_history";

  private static final String LOCATION = "classpath:io/latchkey/hibernate/migration";

  private Schema() {}

  static boolean migrate(HikariDataSource pool, JdbcUrl url) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(pool)
        .locations(LOCATION)
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
   * What differs between databases. An {@code id} is compared exactly: by case, without padding.
   */
  private static Map<String, String> columnTypes(JdbcUrl url) {
    if (url.isPostgres()) {
      return Map.of("id", "VARCHAR(200) COLLATE \"C\"", "digest", "BYTEA", "text", "TEXT");
    }
    if (url.text().startsWith("jdbc:mariadb:")) {
      return Map.of(
          "id", "VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin",
          "digest", "VARBINARY(64)",
          "text", "MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    }
    return Map.of("id", "VARCHAR(200)", "digest", "VARBINARY(64)", "text", "VARCHAR");
  }
}
