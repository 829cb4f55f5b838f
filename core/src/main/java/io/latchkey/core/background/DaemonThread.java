package io.latchkey.core.background;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that does not keep the process alive; what comes after its end is dropped. */
public final class DaemonThread implements Later {

  private final ScheduledThreadPoolExecutor executor;
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  /**
   * Creates it; the thread starts with the first task.
   *
   * @param name the name of the thread
   */
  public DaemonThread(String name) {
    this.executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void run(Duration delay, Runnable task) {
    var unused = // its tasks let nothing through that would end up in the future
        executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Runs a task again and again.
   *
   * @param interval how long to wait before the first time, and after each, 1 ms or more
   * @param task lets nothing through
   */
  public void repeat(Duration interval, Runnable task) {
    var unused = // its tasks let nothing through that would end up in the future
        executor.scheduleWithFixedDelay(
            task, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
