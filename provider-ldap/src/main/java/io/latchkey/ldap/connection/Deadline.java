package io.latchkey.ldap.connection;

import java.time.Duration;

/**
 * When something that has several steps must have ended.
 *
 * @param nanos that moment, by {@link System#nanoTime()}
 */
record Deadline(long nanos) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** What is left of the time; never 0, which the SDK and sockets take for no limit. */
  int millis() {
    long left = (nanos - System.nanoTime()) / 1_000_000;
    return (int) Math.max(1, Math.min(left, Integer.MAX_VALUE));
  }

  boolean isOver() {
    return System.nanoTime() - nanos > 0;
  }
}
