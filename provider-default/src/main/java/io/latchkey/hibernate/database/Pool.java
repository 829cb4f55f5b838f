package io.latchkey.hibernate.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes the connection pool, which connects when it is first asked for a connection. */
final class Pool {

  private Pool() {}

  static HikariDataSource of(DatabaseSettings settings) throws SQLException {
    HikariDataSource pool = new HikariDataSource();
    if (settings.url().isH2()) {
      // By name: a host's plug-in class loader is not among those that DriverManager looks into.
      pool.setDriverClassName("org.h2.Driver");
    } else {
      // Fails without the URL in its message, unlike the pool.
      DriverManager.getDriver(settings.url().text());
    }
    pool.setExceptionOverride(new ClosedByH2());
    pool.setPoolName("latchkey");
    pool.setJdbcUrl(settings.url().withSettings());
    settings.user().ifPresent(pool::setUsername);
    settings.password().ifPresent(pool::setPassword);
    pool.setMaximumPoolSize(settings.poolSize());
    pool.setConnectionTimeout(settings.timeout().toMillis());
    pool.setValidationTimeout(Math.min(5000, settings.timeout().toMillis()));
    return pool;
  }
}
