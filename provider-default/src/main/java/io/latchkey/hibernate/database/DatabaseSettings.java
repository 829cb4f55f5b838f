package io.latchkey.hibernate.database;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How the database is reached.
 *
 * @param url where it is
 * @param user the user to connect as; absent if the URL says it, or there is none
 * @param password the password; absent if the URL says it, or there is none
 * @param poolSize the most connections
 * @param timeout how long a call waits for a connection, or for the database to be opened
 * @param sync whether each change waits for the disk, against loss of power; H2 in a file only
 */
public record DatabaseSettings(
    JdbcUrl url,
    Optional<String> user,
    Optional<String> password,
    int poolSize,
    Duration timeout,
    boolean sync) {

  /** Refuses null components. */
  public DatabaseSettings {
    requireNonNull(url, "url");
    requireNonNull(user, "user");
    requireNonNull(password, "password");
    requireNonNull(timeout, "timeout");
  }

  /** Shows neither user nor password. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + url + "]";
  }
}
