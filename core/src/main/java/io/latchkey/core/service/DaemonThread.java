package io.latchkey.core.service;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that does not keep the process alive; what comes after its end is dropped. */
final class DaemonThread implements ExpiredTokenSweep.Later {

  private final ScheduledThreadPoolExecutor executor;
  private final Duration longestEnd;

  DaemonThread(String name, Duration longestEnd) {
    this.longestEnd = longestEnd;
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

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(longestEnd.toMillis(), TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
