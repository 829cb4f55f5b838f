package io.latchkey.hibernate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.Driver;

/**
 * The file of an H2 database. It is made at the start if it is not there, and never again: H2 would
 * put an empty database in the place of a file that is lost while the host runs, and every token
 * would be "not there" where nobody could tell.
 */
final class H2File {

  private H2File() {}

  /**
   * Makes the database if it is not there.
   *
   * @return a connection that keeps it open until the pool has one
   */
  static Connection open(DatabaseSettings settings) throws SQLException {
    Properties credentials = new Properties();
    settings.user().ifPresent(user -> credentials.setProperty("user", user));
    settings.password().ifPresent(password -> credentials.setProperty("password", password));
    String url = settings.url().withSettings().replace(JdbcUrl.MUST_BE_THERE, "");
    return new Driver().connect(url, credentials);
  }
}
