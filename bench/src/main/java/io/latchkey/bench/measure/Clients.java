package io.latchkey.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients in this process, each on a thread and with a connection of its own. */
public final class Clients implements Side {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Factory factory;

  /**
   * Creates a side.
   *
   * @param factory makes the clients of each turn
   */
  public Clients(Factory factory) {
    this.factory = factory;
  }

  /** Makes clients. */
  @FunctionalInterface
  public interface Factory {

    /**
     * Makes one.
     *
     * @return a client that is connected, which is closed after the turn
     * @throws Exception if it cannot be
     */
    Client connect() throws Exception;
  }

  /** Does the work again and again. Used by one thread. */
  public interface Client extends AutoCloseable {

    /**
     * Does it once.
     *
     * @throws Exception if it failed
     */
    void call() throws Exception;

    @Override
    default void close() throws IOException, SQLException {
      // One that has nothing to be closed needs not say so.
    }
  }

  @Override
  public Turn run(int count, Duration duration) throws Exception {
    List<Client> clients = new ArrayList<>();
    ExecutorService executor = Executors.newFixedThreadPool(count);
    try {
      for (int i = 0; i < count; i++) {
        clients.add(factory.connect());
      }
      long processor = SYSTEM.getProcessCpuTime();
      long start = System.nanoTime();
      long end = start + duration.toNanos();
      List<Future<long[]>> running = new ArrayList<>();
      for (Client client : clients) {
        running.add(executor.submit(() -> timesUntil(end, client)));
      }
      List<long[]> nanos = new ArrayList<>();
      for (Future<long[]> one : running) {
        nanos.add(one.get());
      }
      double wall = System.nanoTime() - start;
      AnswerTimes times = new AnswerTimes(nanos.stream().flatMapToLong(Arrays::stream).toArray());
      return new Turn(
          times.count() * 1e9 / wall,
          times,
          (SYSTEM.getProcessCpuTime() - processor) / wall / SYSTEM.getAvailableProcessors());
    } finally {
      executor.shutdownNow();
      for (Client client : clients) {
        client.close();
      }
    }
  }

  private static long[] timesUntil(long end, Client client) throws Exception {
    long[] times = new long[1024];
    int count = 0;
    for (long now = System.nanoTime(); now < end; count++) {
      client.call();
      long after = System.nanoTime();
      if (count == times.length) {
        times = Arrays.copyOf(times, 2 * count);
      }
      times[count] = after - now;
      now = after;
    }
    return Arrays.copyOf(times, count);
  }
}
