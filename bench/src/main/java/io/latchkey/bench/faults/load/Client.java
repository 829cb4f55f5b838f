package io.latchkey.bench.faults.load;

import io.latchkey.bench.faults.history.Operation;
import io.latchkey.bench.faults.history.Operation.Kind;
import io.latchkey.bench.faults.history.Outcome;
import io.latchkey.bench.faults.site.Calls;
import io.latchkey.bench.faults.site.Issued;
import io.latchkey.bench.faults.site.Node;
import io.latchkey.core.token.TokenFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** One client: a loop of calls, chosen at random. For one thread. */
final class Client {

  /** Beyond every step of a clock. */
  static final String FAR = "2090-01-01T00:00:00Z";

  private static final String PAST = "2020-01-01T00:00:00Z";
  private static final int MAX_TOKENS = 40;
  private static final long MAX_PAUSE_NANOS = Duration.ofMillis(10).toNanos();

  /** For how long a removed token is tried on the other nodes. */
  private static final long WATCH_NANOS = Duration.ofMillis(1300).toNanos();

  private final TokenFormat strangers = new TokenFormat(TokenFormat.DEFAULT_PREFIX);
  private final Calls calls;
  private final List<Node> nodes;
  private final String user;
  private final Tokens tokens;
  private final Random random;

  Client(Calls calls, List<Node> nodes, String user, Tokens tokens, long seed) {
    this.calls = calls;
    this.nodes = nodes;
    this.user = user;
    this.tokens = tokens;
    this.random = new Random(seed);
  }

  /** Does one thing, and pauses for up to 10 ms. */
  void act() throws InterruptedException {
    int dice = random.nextInt(100);
    if (dice < 20) {
      createOrRemove();
    } else if (dice < 75) {
      useAny();
    } else if (dice < 85) {
      useGone();
    } else if (dice < 88) {
      calls.use(node(), user, "", strangers.generate().reveal());
    } else if (dice < 90) {
      calls.create(node(), Kind.CREATE_EXPIRED, user, PAST);
    } else if (dice < 94) {
      calls.list(node(), user);
    } else {
      remove();
    }
    LockSupport.parkNanos(random.nextLong(MAX_PAUSE_NANOS));
  }

  private Node node() {
    return nodes.get(random.nextInt(nodes.size()));
  }

  private void createOrRemove() throws InterruptedException {
    if (tokens.count() < MAX_TOKENS) {
      calls.create(node(), Kind.CREATE, user, FAR).ifPresent(tokens::add);
    } else {
      remove();
    }
  }

  private void useAny() throws InterruptedException {
    use(tokens.any(random));
  }

  /** Now and then it is removed once more, as a client does that had no answer. */
  private void useGone() throws InterruptedException {
    var gone = tokens.anyGone(random);
    if (gone.isPresent() && random.nextInt(10) == 0) {
      calls.remove(node(), user, gone.get().id());
    } else {
      use(gone);
    }
  }

  private void use(Optional<Issued> token) throws InterruptedException {
    if (token.isPresent()) {
      calls.use(node(), user, token.get().id(), token.get().reveal());
    }
  }

  private void remove() throws InterruptedException {
    var taken = tokens.take(random);
    if (taken.isEmpty()) {
      return;
    }
    Issued token = taken.get();
    Node remover = node();
    List<Node> others = new ArrayList<>(nodes);
    others.remove(remover);
    for (Node other : others) {
      calls.use(other, user, token.id(), token.reveal()); // so that it may remember the token
    }
    Operation removal = calls.remove(remover, user, token.id());
    calls.use(remover, user, token.id(), token.reveal());
    if (removal.outcome() == Outcome.OK) {
      watch(token, others);
    }
  }

  /** Tries a removed token on each other node until it does not accept it. */
  private void watch(Issued token, List<Node> others) throws InterruptedException {
    List<Node> accepting = new ArrayList<>(others);
    long end = System.nanoTime() + WATCH_NANOS;
    while (!accepting.isEmpty() && System.nanoTime() < end) {
      for (Iterator<Node> i = accepting.iterator(); i.hasNext(); ) {
        Operation use = calls.use(i.next(), user, token.id(), token.reveal());
        if (use.outcome() != Outcome.OK) {
          i.remove();
        }
      }
    }
  }
}
