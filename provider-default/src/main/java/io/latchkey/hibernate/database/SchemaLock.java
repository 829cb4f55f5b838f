package io.latchkey.hibernate.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

  /**
   * The names of MariaDB's locks are the server's, and short: the database is in ours as a digest.
   * A wait has an end there; an hour is longer than any other node takes.
   */
  private static final String MARIADB =
      "select get_lock(concat('latchkey ', sha1(database())), 3600)";

  private static final String MARIADB_END =
      "select release_lock(concat('latchkey ', sha1(database())))";

  private SchemaLock() {}

  /** What is done under the lock. */
  @FunctionalInterface
  interface Work {
    boolean run() throws SQLException;
  }

  /** Runs the work; on databases that several nodes may share, while no other node does. */
  static boolean holding(DataSource connections, JdbcUrl url, Work work) throws SQLException {
    if (url.isPostgres()) {
      return holdingInPostgres(connections, work);
    } else if (url.isMariaDb()) {
      return holdingInMariaDb(connections, work);
    }
    return work.run();
  }

  private static boolean holdingInPostgres(DataSource connections, Work work) throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(POSTGRES);
      requireRight(statement);
      boolean done = work.run();
      connection.commit();
      return done;
    }
  }

  /** Flyway would find out by itself, but only after ten tries in nine seconds. */
  private static void requireRight(Statement statement) throws SQLException {
    if (!isTrue(statement, POSTGRES_RIGHT)) {
      throw new SQLException("no right to make tables", POSTGRES_NO_RIGHT);
    }
  }

  /** The lock is the session's, and ends with it too. */
  private static boolean holdingInMariaDb(DataSource connections, Work work) throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      if (!isTrue(statement, MARIADB)) {
        throw new SQLException("no lock within an hour", "HY000", MariaDbFailures.LOCKED);
      }
      boolean done = work.run();
      statement.execute(MARIADB_END);
      return done;
    }
  }

  private static boolean isTrue(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
