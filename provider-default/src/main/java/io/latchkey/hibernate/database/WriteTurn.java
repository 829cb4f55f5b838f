package io.latchkey.hibernate.database;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets the transactions that change an H2 file pass one at a time, in the order in which they come.
 * H2 writes each of its maps (a table, an index) as it is at the moment when its turn comes, so a
 * commit that writes the file while another transaction runs writes a half of that one: after a
 * {@code kill -9} it has a token without its count, or cannot be read and is passed over for an
 * older state.
 *
 * <p>Other databases need no turn, nor does H2 in memory.
 */
final class WriteTurn {

  private final @Nullable ReentrantLock lock;
  private final DatabaseSettings settings;

  WriteTurn(DatabaseSettings settings) {
    this.settings = settings;
    this.lock = settings.url().isH2File() ? new ReentrantLock(true) : null;
  }

  /** What is done in a turn. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Runs the work when its turn has come, or fails once the time limit is over. */
  <T, E extends Exception> T take(Work<T, E> work) throws E {
    if (lock == null) {
      return work.run();
    }
    await(lock);
    return unlockAfter(lock, work);
  }

  /** Runs the work when its turn has come, however long it takes, and through interrupts. */
  <T, E extends Exception> T insist(Work<T, E> work) throws E {
    if (lock == null) {
      return work.run();
    }
    lock.lock();
    return unlockAfter(lock, work);
  }

  private static <T, E extends Exception> T unlockAfter(ReentrantLock turn, Work<T, E> work)
      throws E {
    try {
      return work.run();
    } finally {
      turn.unlock();
    }
  }

  /** An interrupt does not end the wait, as it does not end the change either. */
  private void await(ReentrantLock turn) {
    long end = System.nanoTime() + settings.timeout().toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          if (turn.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return;
          }
          throw new ProviderUnavailableException(sentence(), Effect.NONE, null);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String sentence() {
    long limit = settings.timeout().toMillis();
    return "the database " + settings.url() + " was being changed by others for " + limit + " ms";
  }
}
