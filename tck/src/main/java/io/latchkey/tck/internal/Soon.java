package io.latchkey.tck.internal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what a provider may show late. */
public final class Soon {

  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private Soon() {}

  /**
   * Looks until what is wanted is seen, or the time is over.
   *
   * @param within how long; zero for a single look
   * @param look what is looked at
   * @param wanted whether it is what is wanted
   * @param <T> what is seen
   * @return what was seen last
   */
  public static <T> T look(Duration within, Supplier<T> look, Predicate<T> wanted) {
    long start = System.nanoTime();
    T seen = look.get();
    while (!wanted.test(seen) && System.nanoTime() - start < within.toNanos()) {
      LockSupport.parkNanos(PAUSE_NANOS);
      seen = look.get();
    }
    return seen;
  }
}
