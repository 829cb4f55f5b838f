package io.latchkey.hibernate.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;

/** What MariaDB's driver is told beside the URL, whose own parameters beat it, and each session. */
final class MariaDbDriver {

  private static final String CLASS = "org.mariadb.jdbc.Driver";

  /**
   * Whatever an operator has set for the server: a text that is too long is refused and not cut,
   * our tables have transactions, and the time is told without daylight saving.
   */
  private static final String SESSION =
      "set session sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION',"
          + " session default_storage_engine = InnoDB,"
          + " session time_zone = '+00:00',"
          + " session innodb_lock_wait_timeout = ";

  private MariaDbDriver() {}

  static void use(HikariDataSource pool, Duration timeout) throws SQLException {
    try {
      // By name: a host's plug-in class loader is not among those that DriverManager looks into.
      pool.setDriverClassName(CLASS);
    } catch (RuntimeException e) {
      throw new SQLException("no driver", Pool.NO_DRIVER, e);
    }
    pool.addDataSourceProperty("connectTimeout", Long.toString(timeout.toMillis()));
    // No server has a file of this machine to ask for.
    pool.addDataSourceProperty("allowLocalInfile", "false");
    pool.setConnectionInitSql(SESSION + lockWait(timeout).toSeconds());
    // Ours are made for this one; without it, MariaDB repeats reads.
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
  }

  /** A server that hangs costs a call that long, not for ever; it is more than a lock may cost. */
  static void limitAnswers(HikariDataSource pool, Duration timeout) {
    long millis = Math.max(timeout.toMillis(), lockWait(timeout).plusMillis(500).toMillis());
    pool.addDataSourceProperty("socketTimeout", Long.toString(millis));
  }

  /**
   * How long the server lets a statement wait for a lock: a part of the time limit, so that it ends
   * in an answer, not in a broken connection, and the rest is left to try again. In whole seconds,
   * which is what the server takes.
   */
  private static Duration lockWait(Duration timeout) {
    return Duration.ofSeconds(Math.max(1, timeout.toSeconds() / 4));
  }
}
