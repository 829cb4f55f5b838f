package io.latchkey.ldap.token;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets the calls of one process for one owner go one after the other: at once they would only
 * overtake each other again and again. Nothing depends on it; who has waited for long goes on.
 *
 * <p>Thread-safe.
 */
final class Turns {

  private static final int LOCKS = 256;
  private static final long LONGEST_WAIT_MILLIS = 1_000;

  private final ReentrantLock[] locks =
      IntStream.range(0, LOCKS)
          .mapToObj(i -> new ReentrantLock(true))
          .toArray(ReentrantLock[]::new);

  /** Makes a call when it is its turn. */
  <T> T take(Object owner, Supplier<T> call) {
    ReentrantLock lock = locks[Math.floorMod(owner.hashCode(), LOCKS)];
    boolean isLocked = isLocked(lock);
    try {
      return call.get();
    } finally {
      if (isLocked) {
        lock.unlock();
      }
    }
  }

  private static boolean isLocked(ReentrantLock lock) {
    try {
      return lock.tryLock(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
