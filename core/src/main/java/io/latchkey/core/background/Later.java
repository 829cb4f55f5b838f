package io.latchkey.core.background;

import java.time.Duration;

/** Runs tasks after a while, one at a time, until it is closed. */
public interface Later extends AutoCloseable {

  /**
   * Runs a task once.
   *
   * @param delay how long to wait before
   * @param task lets nothing through
   */
  void run(Duration delay, Runnable task);

  /** Lets a task that is under way come to its end, within a limit; no other follows. */
  @Override
  void close();
}
