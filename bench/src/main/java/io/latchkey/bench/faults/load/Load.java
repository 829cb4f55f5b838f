package io.latchkey.bench.faults.load;

import io.latchkey.bench.faults.site.Calls;
import io.latchkey.bench.faults.site.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Two clients for each user, until they are stopped. For one thread. */
public final class Load implements AutoCloseable {

  private static final int CLIENTS_PER_USER = 2;

  private final Map<String, Tokens> tokens = new LinkedHashMap<>();
  private final List<Client> clients = new ArrayList<>();
  private final List<Future<?>> running = new ArrayList<>();
  private final ExecutorService threads;
  private volatile boolean stopped;

  /**
   * Prepares clients.
   *
   * @param calls how they call
   * @param nodes whom they call
   * @param users whose tokens it is about
   * @param seed what they do
   */
  public Load(Calls calls, List<Node> nodes, List<String> users, long seed) {
    Random seeds = new Random(seed);
    for (String user : users) {
      Tokens own = new Tokens();
      tokens.put(user, own);
      for (int i = 0; i < CLIENTS_PER_USER; i++) {
        clients.add(new Client(calls, nodes, user, own, seeds.nextLong()));
      }
    }
    threads = Executors.newFixedThreadPool(clients.size());
  }

  /** Lets the clients begin. */
  public void start() {
    clients.forEach(client -> running.add(threads.submit(() -> run(client))));
  }

  private @Nullable Void run(Client client) throws InterruptedException {
    while (!stopped) {
      client.act();
    }
    return null;
  }

  /**
   * Lets each client end what it does.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  public void stop() throws InterruptedException {
    stopped = true;
    for (Future<?> client : running) {
      try {
        client.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a client failed", e.getCause());
      }
    }
  }

  /** What was given out, by user. */
  Map<String, Tokens> tokens() {
    return tokens;
  }

  @Override
  public void close() {
    stopped = true;
    threads.shutdownNow();
  }
}
