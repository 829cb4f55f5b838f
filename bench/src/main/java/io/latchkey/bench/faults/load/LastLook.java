package io.latchkey.bench.faults.load;

import io.latchkey.bench.faults.history.Ending;
import io.latchkey.bench.faults.history.Operation;
import io.latchkey.bench.faults.history.Operation.Kind;
import io.latchkey.bench.faults.history.Outcome;
import io.latchkey.bench.faults.site.Calls;
import io.latchkey.bench.faults.site.Issued;
import io.latchkey.bench.faults.site.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Lists and uses all tokens on all nodes once the load is over. A call that was given up may still
 * be under way then, so it looks until nothing moves any more.
 */
public final class LastLook {

  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private final Calls calls;
  private final List<Node> nodes;
  private final long deadline = System.nanoTime() + PATIENCE_NANOS;
  private final List<Operation> lists = new ArrayList<>();
  private final List<Operation> uses = new ArrayList<>();
  private final List<Operation> lastCreates = new ArrayList<>();

  private LastLook(Calls calls, List<Node> nodes) {
    this.calls = calls;
    this.nodes = nodes;
  }

  /**
   * Looks. Takes up to half a minute if nodes do not answer.
   *
   * @param calls how to call
   * @param nodes whom to call
   * @param load the load, which is over
   * @return what was seen
   * @throws InterruptedException if this thread is interrupted
   */
  public static Ending take(Calls calls, List<Node> nodes, Load load) throws InterruptedException {
    LastLook look = new LastLook(calls, nodes);
    for (Map.Entry<String, Tokens> of : load.tokens().entrySet()) {
      look.listAll(of.getKey(), of.getValue());
      for (Issued token : of.getValue().all()) {
        look.useEverywhere(token);
      }
    }
    return new Ending(look.lists, look.uses, look.lastCreates);
  }

  /** Creates a last token between two looks that else see the same. */
  private void listAll(String user, Tokens tokens) throws InterruptedException {
    while (true) {
      List<Operation> before = lists(user);
      Optional<Issued> last = calls.create(nodes.get(0), Kind.CREATE, user, Client.FAR);
      last.ifPresent(tokens::add);
      List<Operation> after = lists(user);
      boolean still = last.isPresent() && isStill(before, after, last.get());
      if (still || System.nanoTime() > deadline) {
        lists.addAll(after);
        last.ifPresent(token -> lastCreates.add(token.create()));
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static boolean isStill(List<Operation> before, List<Operation> after, Issued last) {
    Set<String> expected = new HashSet<>(before.get(0).listed().keySet());
    expected.add(last.id());
    return after.stream().allMatch(o -> o.listed().keySet().equals(expected));
  }

  private List<Operation> lists(String user) throws InterruptedException {
    List<Operation> all = new ArrayList<>();
    for (Node node : nodes) {
      Operation list = calls.list(node, user);
      while (isUntold(list)) {
        LockSupport.parkNanos(PAUSE_NANOS);
        list = calls.list(node, user);
      }
      all.add(list);
    }
    return all;
  }

  private void useEverywhere(Issued token) throws InterruptedException {
    for (Node node : nodes) {
      Operation use = calls.use(node, token.user(), token.id(), token.reveal());
      while (isUntold(use)) {
        LockSupport.parkNanos(PAUSE_NANOS);
        use = calls.use(node, token.user(), token.id(), token.reveal());
      }
      uses.add(use);
    }
  }

  private boolean isUntold(Operation operation) {
    boolean told =
        operation.outcome() != Outcome.COULD_NOT_TELL && operation.outcome() != Outcome.NO_ANSWER;
    return !told && System.nanoTime() < deadline;
  }
}
