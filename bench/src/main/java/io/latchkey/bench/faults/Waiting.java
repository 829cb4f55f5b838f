package io.latchkey.bench.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time that passes. */
final class Waiting {

  static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private Waiting() {}

  static void forDuration(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
