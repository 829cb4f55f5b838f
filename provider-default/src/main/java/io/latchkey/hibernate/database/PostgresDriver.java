package io.latchkey.hibernate.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;

/** What PostgreSQL's driver is told beside the URL, whose own parameters beat it. */
final class PostgresDriver {

  private static final String CLASS = "org.postgresql.Driver";

  private PostgresDriver() {}

  static void use(HikariDataSource pool, Duration timeout) throws SQLException {
    try {
      // By name: a host's plug-in class loader is not among those that DriverManager looks into.
      pool.setDriverClassName(CLASS);
    } catch (RuntimeException e) {
      throw new SQLException("no driver", Pool.NO_DRIVER, e);
    }
    pool.addDataSourceProperty("ApplicationName", "latchkey");
    pool.addDataSourceProperty("connectTimeout", seconds(timeout));
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    // The values of a statement, such as a digest, have no place in an exception.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    // Ours are made for this one; an operator may have set another for the database or the user.
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
  }

  /** A server that hangs costs a call that long, not for ever. */
  static void limitAnswers(HikariDataSource pool, Duration timeout) {
    pool.addDataSourceProperty("socketTimeout", seconds(timeout));
  }

  /** In whole seconds, which is what the driver takes; zero would be for ever. */
  private static String seconds(Duration timeout) {
    return Long.toString(timeout.plusMillis(999).toSeconds());
  }
}
