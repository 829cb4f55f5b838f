package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.DriverException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a store: made at the first call, and at the next one if that failed.
 *
 * <p>Thread-safe.
 */
final class LazyConnection {

  private final Settings settings;
  private final ReentrantLock connecting = new ReentrantLock();
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  LazyConnection(Settings settings) {
    this.settings = settings;
  }

  /** For one call, which is refused once the store is closed. */
  Deadline deadline() {
    requireOpen();
    return new Deadline(settings.timeout());
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the token store is closed");
    }
  }

  Connection get(Deadline deadline) {
    Connection open = connection;
    return open != null ? open : connect(deadline);
  }

  private Connection connect(Deadline deadline) {
    try {
      if (!connecting.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        throw Failures.ofConnecting(null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.ofConnecting(e);
    }
    try {
      requireOpen();
      Connection open = connection;
      if (open == null) {
        open = Connection.open(settings);
        connection = open;
        // The very first host also makes the tables, which takes longer than any call may.
        deadline.restart();
      }
      return open;
    } catch (DriverException e) {
      throw Failures.ofConnecting(e);
    } finally {
      connecting.unlock();
    }
  }

  void close() {
    connecting.lock();
    try {
      closed = true;
      Connection open = connection;
      connection = null;
      if (open != null) {
        open.session().forceCloseAsync().toCompletableFuture().join();
      }
    } finally {
      connecting.unlock();
    }
  }
}
