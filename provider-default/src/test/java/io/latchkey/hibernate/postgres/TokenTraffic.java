package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.token.Tokens;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult.Created;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Threads that create, look up and remove tokens of the same few users on several nodes, one call
 * after the other, whether the database is there or not.
 */
final class TokenTraffic implements AutoCloseable {

  private static final int USERS = 3;
  private static final int THREADS_OF_A_NODE = 2;
  private static final int TOKENS_OF_A_THREAD = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final TokenHistory history = new TokenHistory();
  private final AtomicLong lastId = new AtomicLong();
  private final AtomicLong longestCall = new AtomicLong();
  private final List<NodeActivity> activities = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  TokenTraffic(List<TokenStore> nodes) {
    for (TokenStore node : nodes) {
      NodeActivity activity = new NodeActivity();
      activities.add(activity);
      for (int i = 0; i < THREADS_OF_A_NODE; i++) {
        Thread thread = new Thread(() -> run(node, activity));
        threads.add(thread);
        thread.start();
      }
    }
  }

  private void run(TokenStore node, NodeActivity activity) {
    Deque<Long> mine = new ArrayDeque<>();
    while (!stopped) {
      long id = lastId.incrementAndGet();
      if (create(node, id)) {
        activity.created();
        mine.add(id);
        find(node, id, true);
        if (mine.size() > TOKENS_OF_A_THREAD && remove(node, mine.getFirst())) {
          mine.removeFirst();
        }
      } else {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static TokenOwner owner(long id) {
    return new TokenOwner("acme", "user-" + id % USERS);
  }

  private boolean create(TokenStore node, long id) {
    try {
      Created created = (Created) timed(() -> node.create(Tokens.token(owner(id), id)));
      history.created(owner(id), id, created.token().sequence());
      return true;
    } catch (ProviderUnavailableException e) {
      if (e.effect() == Effect.UNKNOWN) {
        history.maybeCreated(owner(id));
      } else {
        history.neverMade(id);
      }
      return false;
    }
  }

  /** Whether there is no more to be done with the token. */
  private boolean remove(TokenStore node, long id) {
    try {
      Optional<Removal> removal = timed(() -> node.remove(owner(id), id, Tokens.NOW));
      removal.ifPresentOrElse(
          done -> history.removed(owner(id), id, done.sequence()),
          () -> history.wrong("token " + id + " was not there to be removed"));
      find(node, id, false);
      return true;
    } catch (ProviderUnavailableException e) {
      if (e.effect() == Effect.UNKNOWN) {
        history.maybeRemoved(owner(id), id);
      }
      return e.effect() == Effect.UNKNOWN;
    }
  }

  private void find(TokenStore node, long id, boolean there) {
    try {
      if (timed(() -> node.findByDigest(Tokens.digest(id))).isPresent() != there) {
        history.wrong("token " + id + (there ? " was not found" : " was found once removed"));
      }
    } catch (ProviderUnavailableException e) {
      if (e.effect() != Effect.NONE) {
        history.wrong("a look-up with the effect " + e.effect());
      }
    }
  }

  private <T> T timed(Supplier<T> call) {
    long begin = System.nanoTime();
    try {
      return call.get();
    } finally {
      longestCall.accumulateAndGet(System.nanoTime() - begin, Math::max);
    }
  }

  /** Lets the threads go on until each node has created some more tokens. */
  void awaitCreatesOnEachNode(int enough) {
    List<Long> goals = activities.stream().map(activity -> activity.count() + enough).toList();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int i = 0; i < goals.size(); i++) {
      while (activities.get(i).count() < goals.get(i)) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("node " + i + " does not create tokens");
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** Begins to look for the longest pauses and calls. */
  void startMeasuring() {
    activities.forEach(NodeActivity::startMeasuring);
    longestCall.set(0);
  }

  /** For each node the longest time without a create that was acknowledged. */
  List<Duration> longestPauses() {
    return activities.stream().map(NodeActivity::longestPause).toList();
  }

  /** The longest time that a call took, whatever its answer. */
  Duration longestCall() {
    return Duration.ofNanos(longestCall.get());
  }

  TokenHistory history() {
    return history;
  }

  /** Lets each thread end its last call. */
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
