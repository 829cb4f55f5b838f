package com.example.latchkey.cassandra;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Until when one call may go on. By the clock of the machine: it is no time that anybody sees. */
final class Deadline {

  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(2);

  private final Duration timeout;
  private long end;
  private long pauseMillis = 5;

  Deadline(Duration timeout) {
    this.timeout = timeout;
    restart();
  }

  /** Begins anew: what has been done so far had its own time limits. */
  void restart() {
    end = System.nanoTime() + timeout.toNanos();
  }

  boolean hasPassed() {
    return left().isZero();
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** How long one request may take: a node that hangs must leave time to ask another one. */
  Duration request() {
    Duration left = left().plusMillis(1);
    return left.compareTo(LONGEST_REQUEST) < 0 ? left : LONGEST_REQUEST;
  }

  /** Waits before the next try, longer each time, and never as long as the one next to us. */
  void pause() {
    long millis = ThreadLocalRandom.current().nextLong(pauseMillis) + 1;
    pauseMillis = Math.min(2 * pauseMillis, 100);
    LockSupport.parkNanos(Math.min(TimeUnit.MILLISECONDS.toNanos(millis), left().toNanos()));
  }
}
