package io.latchkey.tck.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Runs calls at the same time, each in a thread of its own. */
public final class Together {

  /** Long enough for the slowest store; a call that takes longer hangs. */
  private static final long LIMIT_SECONDS = 120;

  private Together() {}

  /**
   * Starts all calls at once and waits for all of them.
   *
   * @param calls the calls
   * @param <T> what they return
   * @return what they returned, in the order of the calls
   */
  public static <T> List<T> call(List<? extends Callable<T>> calls) {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      CyclicBarrier start = new CyclicBarrier(calls.size());
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> call : calls) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(LIMIT_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("a concurrent call failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError(
          "a concurrent call did not return within " + LIMIT_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while calls ran", e);
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Makes the same call several times at once.
   *
   * @param count how many times
   * @param call the call
   * @param <T> what it returns
   * @return what the calls returned
   */
  public static <T> List<T> call(int count, Callable<T> call) {
    return call(IntStream.range(0, count).mapToObj(i -> call).toList());
  }
}
