package io.latchkey.hibernate.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Lets one node at a time bring the tables up to date. Flyway's own lock leaves a gap: it looks for
 * its table before it takes the lock.
 */
final class SchemaLock {

  /**
   * The number that stands for us among the advisory locks of a PostgreSQL database. To the end of
   * the transaction, so that it also holds behind a proxy that hands out connections by
   * transaction.
   */
  private static final String POSTGRES =
      "select pg_advisory_xact_lock(" + 0x6c617463686b6579L + ")";

  /** Since version 15, who does not own a database may make no tables in it. */
  private static final String POSTGRES_RIGHT =
      "select to_regclass('"
          + Schema.HISTORY
          + "') is not null or coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)";

  private static final String POSTGRES_NO_RIGHT = "42501";

  private SchemaLock() {}

  /** Runs the work; on databases that several nodes may share, while no other node does. */
  static boolean holding(DataSource connections, JdbcUrl url, BooleanSupplier work)
      throws SQLException {
    if (!url.isPostgres()) {
      return work.getAsBoolean();
    }
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(POSTGRES);
      requireRight(statement);
      boolean done = work.getAsBoolean();
      connection.commit();
      return done;
    }
  }

  /** Flyway would find out by itself, but only after ten tries in nine seconds. */
  private static void requireRight(Statement statement) throws SQLException {
    try (ResultSet right = statement.executeQuery(POSTGRES_RIGHT)) {
      if (!right.next() || !right.getBoolean(1)) {
        throw new SQLException("no right to make tables", POSTGRES_NO_RIGHT);
      }
    }
  }
}
