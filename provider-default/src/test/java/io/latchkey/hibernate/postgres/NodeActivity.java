package io.latchkey.hibernate.postgres;

import java.time.Duration;

/**
 * When a node has created tokens.
 *
 * <p>Thread-safe.
 */
final class NodeActivity {

  private long count;
  private long last = System.nanoTime();
  private long longestPause;

  /** A create was acknowledged just now. */
  synchronized void created() {
    long now = System.nanoTime();
    longestPause = Math.max(longestPause, now - last);
    last = now;
    count++;
  }

  synchronized long count() {
    return count;
  }

  synchronized void startMeasuring() {
    longestPause = 0;
  }

  synchronized Duration longestPause() {
    return Duration.ofNanos(longestPause);
  }
}
