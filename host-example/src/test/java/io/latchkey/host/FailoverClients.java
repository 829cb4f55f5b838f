package io.latchkey.host;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * One client of each node, which makes tokens there, uses them on the next node, and removes some,
 * whatever is answered.
 */
final class FailoverClients implements AutoCloseable {

  private static final int EACH_REMOVED = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(5);

  /** By token, the sequence that came with it; without those that were removed. */
  final Map<String, Long> kept = new ConcurrentHashMap<>();

  final Set<String> removed = ConcurrentHashMap.newKeySet();

  /** The sequences of all events that were acknowledged. */
  final Queue<Long> sequences = new ConcurrentLinkedQueue<>();

  /** What was answered with another status than 503, and should not have been. */
  final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  private final List<Client> nodes;
  private final String administrator;
  private final AtomicIntegerArray created;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;
  private volatile boolean unavailable;

  FailoverClients(List<Client> nodes, String administrator) {
    this.nodes = nodes;
    this.administrator = administrator;
    this.created = new AtomicIntegerArray(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      int node = i;
      Thread thread = new Thread(() -> run(node));
      threads.add(thread);
      thread.start();
    }
  }

  private void run(int node) {
    Client client = nodes.get(node);
    Client next = nodes.get((node + 1) % nodes.size());
    try {
      while (!stopped) {
        var answer = client.create(administrator, "acme", "ci");
        if (answer.statusCode() == 200) {
          kept.put(Client.token(answer), Client.sequence(answer));
          sequences.add(Client.sequence(answer));
          use(next, Client.token(answer));
          if (created.incrementAndGet(node) % EACH_REMOVED == 0) {
            remove(next, answer);
          }
        } else {
          expect(503, answer);
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    } catch (Exception e) {
      wrong.add("node " + node + " did not answer: " + e);
    }
  }

  /** Its owner has no role: 404 tells that the token was accepted, 401 that it was not known. */
  private void use(Client client, String token) throws Exception {
    expect(404, client.create(token, "acme", "ci"));
  }

  private void remove(Client client, HttpResponse<String> created) throws Exception {
    String token = Client.token(created);
    kept.remove(token); // before it may be gone: a removal that is answered 503 may have happened
    var answer = client.remove(administrator, "acme", "ci", Client.tokenId(created));
    expect(200, answer);
    if (answer.statusCode() == 200) {
      removed.add(token);
      sequences.add(Client.sequence(answer));
    }
  }

  private void expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() == 503) {
      unavailable = true;
    } else if (answer.statusCode() != status) {
      wrong.add(answer.request().method() + " " + answer.statusCode() + " " + answer.body());
    }
  }

  /** Whether any node has answered 503 so far. */
  boolean wasUnavailable() {
    return unavailable;
  }

  /** Lets the clients go on until each node has made some more tokens. */
  void awaitCreatesOnEachNode(int enough) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int node = 0; node < nodes.size(); node++) {
      int goal = created.get(node) + enough;
      while (created.get(node) < goal) {
        if (System.nanoTime() > deadline || !threads.get(node).isAlive()) {
          throw new AssertionError("node " + node + " makes no tokens; " + wrong);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** Lets each client end its last request. */
  @Override
  public void close() {
    stopped = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
