package io.latchkey.bench.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Two ways to do the same, taking turns: the one that we have built, and the one below it that
 * nothing can beat.
 */
public final class LoadRun {

  private static final int TURNS = 7;
  private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final String name;
  private final LongConsumer limit;
  private final LongConsumer ours;

  /**
   * Each of the two is given a random number, and does its work once.
   *
   * @param name what is done
   * @param limit the way that nothing can beat
   * @param ours the way that we have built
   */
  public LoadRun(String name, LongConsumer limit, LongConsumer ours) {
    this.name = name;
    this.limit = limit;
    this.ours = ours;
  }

  /**
   * Lets both have some turns, to warm up what they run on.
   *
   * @param threads how many do it at once
   */
  public void run(int threads) {
    for (int turn = 0; turn < TURNS; turn++) {
      rate(limit, threads);
      rate(ours, threads);
    }
  }

  /**
   * Prints the medians of the turns; the first turn of each is to warm up.
   *
   * @param threads how many do it at once
   */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  public void print(int threads) {
    double[] limits = new double[TURNS];
    double[] rates = new double[TURNS];
    for (int turn = -1; turn < TURNS; turn++) {
      double atLimit = rate(limit, threads);
      double rate = rate(ours, threads);
      if (turn >= 0) {
        limits[turn] = atLimit;
        rates[turn] = rate;
      }
    }
    Arrays.sort(limits);
    Arrays.sort(rates);
    System.out.printf(
        "| %s | %d | %,.0f (%,.0f–%,.0f) | %,.0f (%,.0f–%,.0f) | %.0f %% |%n",
        name,
        threads,
        limits[TURNS / 2],
        limits[0],
        limits[TURNS - 1],
        rates[TURNS / 2],
        rates[0],
        rates[TURNS - 1],
        100 * rates[TURNS / 2] / limits[TURNS / 2]);
  }

  private static double rate(LongConsumer work, int threads) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        counts.add(executor.submit(() -> countUntil(start + TURN_NANOS, work)));
      }
      long done = 0;
      for (Future<Long> count : counts) {
        done += count.get();
      }
      return done * 1e9 / (System.nanoTime() - start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the run has failed", e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private static long countUntil(long end, LongConsumer work) {
    long count = 0;
    while (System.nanoTime() < end) {
      work.accept(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
      count++;
    }
    return count;
  }
}
