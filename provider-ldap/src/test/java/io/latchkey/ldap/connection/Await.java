package io.latchkey.ldap.connection;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread, or a server, will do. */
final class Await {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Await() {}

  static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("has not happened: " + what);
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
