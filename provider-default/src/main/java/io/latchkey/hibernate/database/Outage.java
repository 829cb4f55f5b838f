package io.latchkey.hibernate.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database is known to be down. The first callers of a database that goes down wait for
 * a connection, which bridges a restart; once one has waited in vain, nobody else needs to: the
 * pool goes on trying by itself, and what it gets ends the outage.
 *
 * <p>Thread-safe.
 */
final class Outage {

  private final HikariDataSource pool;
  private volatile @Nullable Exception known;

  Outage(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Takes note of a failure, which may be of any kind. */
  void note(Exception failure) {
    if (Failures.isWaitInVain(failure) && hasNoConnection()) {
      known = failure;
    }
  }

  /** The failure by which it is known; absent if the database may be asked. */
  Optional<Exception> current() {
    Exception failure = known;
    if (failure != null && !hasNoConnection()) {
      known = null;
      return Optional.empty();
    }
    return Optional.ofNullable(failure);
  }

  private boolean hasNoConnection() {
    return pool.getHikariPoolMXBean().getTotalConnections() == 0;
  }
}
