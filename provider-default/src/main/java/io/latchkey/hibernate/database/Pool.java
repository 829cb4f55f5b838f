package io.latchkey.hibernate.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes connection pools, which connect when they are first asked for a connection. */
final class Pool {

  /** Of a driver that is not there, by the words of ODBC. */
  static final String NO_DRIVER = "IM002";

  /** How many connections it takes to bring the tables up to date. */
  static final int FOR_SCHEMA = 4;

  private Pool() {}

  /** The connections of the providers. */
  static HikariDataSource of(DatabaseSettings settings) throws SQLException {
    HikariDataSource pool = connectingTo(settings);
    pool.setPoolName("latchkey");
    pool.setMaximumPoolSize(settings.poolSize());
    if (settings.url().isPostgres()) {
      PostgresDriver.limitAnswers(pool, settings.timeout());
    } else if (settings.url().isMariaDb()) {
      MariaDbDriver.limitAnswers(pool, settings.timeout());
    }
    return pool;
  }

  /** A few connections on which a statement may take as long as it takes, to be closed soon. */
  static HikariDataSource forSchema(DatabaseSettings settings) throws SQLException {
    HikariDataSource pool = connectingTo(settings);
    pool.setPoolName("latchkey-schema");
    pool.setMaximumPoolSize(FOR_SCHEMA);
    pool.setMinimumIdle(0);
    return pool;
  }

  private static HikariDataSource connectingTo(DatabaseSettings settings) throws SQLException {
    HikariDataSource pool = new HikariDataSource();
    if (settings.url().isH2()) {
      // By name: a host's plug-in class loader is not among those that DriverManager looks into.
      pool.setDriverClassName("org.h2.Driver");
    } else if (settings.url().isPostgres()) {
      PostgresDriver.use(pool, settings.timeout());
    } else if (settings.url().isMariaDb()) {
      MariaDbDriver.use(pool, settings.timeout());
    } else {
      requireDriver(settings.url());
    }
    pool.setExceptionOverride(new UnusableConnection());
    pool.setJdbcUrl(settings.url().withSettings());
    settings.user().ifPresent(pool::setUsername);
    settings.password().ifPresent(pool::setPassword);
    pool.setConnectionTimeout(settings.timeout().toMillis());
    pool.setValidationTimeout(Math.min(5000, settings.timeout().toMillis()));
    return pool;
  }

  /** Fails without the URL in its message, unlike the pool. */
  private static void requireDriver(JdbcUrl url) throws SQLException {
    if (DriverManager.drivers().noneMatch(driver -> accepts(driver, url))) {
      throw new SQLException("no driver", NO_DRIVER);
    }
  }

  private static boolean accepts(Driver driver, JdbcUrl url) {
    try {
      return driver.acceptsURL(url.text());
    } catch (SQLException e) {
      return false; // a driver that stumbles over the URL is not the one that it is for
    }
  }
}
