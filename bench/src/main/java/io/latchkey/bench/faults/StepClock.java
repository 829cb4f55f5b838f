package io.latchkey.bench.faults;

import io.latchkey.bench.faults.clock.SteppedClock;
import io.latchkey.bench.faults.history.ClockStep;
import io.latchkey.bench.faults.history.Operation.Kind;
import io.latchkey.bench.faults.site.Calls;
import io.latchkey.bench.faults.site.Issued;
import io.latchkey.bench.faults.site.Node;
import io.latchkey.bench.faults.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock of one node steps two hours forward, then to two hours behind the right time, and then
 * to the right time. Meanwhile tokens are used that expire in an hour.
 *
 * @param name of the fault
 * @param where the nodes are
 * @param clock steps clocks
 */
record StepClock(String name, Place where, SteppedClock clock) implements Fault {

  private static final Duration STEP = Duration.ofHours(2);
  private static final Duration LIFE = Duration.ofHours(1);
  private static final Duration FOR = Duration.ofSeconds(2);
  private static final int TOKENS = 10;

  @Override
  public Site site() throws Exception {
    return where.site();
  }

  @Override
  public List<ClockStep> strike(Strike strike) throws Exception {
    List<Node> nodes = site().nodes();
    Node wrong = nodes.get(strike.random().nextInt(nodes.size()));
    List<Issued> tokens = shortLived(strike, nodes);
    useAll(strike.calls(), nodes, tokens);
    clock.step(wrong.pid(), STEP);
    long start = System.nanoTime();
    long forward = start + FOR.toNanos();
    while (System.nanoTime() < forward) {
      useAll(strike.calls(), nodes, tokens);
    }
    ClockStep step = new ClockStep(wrong.server().node(), start, System.nanoTime());
    clock.step(wrong.pid(), STEP.negated());
    Waiting.forDuration(FOR);
    clock.step(wrong.pid(), Duration.ZERO);
    useAll(strike.calls(), nodes, tokens);
    return List.of(step);
  }

  private static List<Issued> shortLived(Strike strike, List<Node> nodes)
      throws InterruptedException {
    String expiration = Instant.now().plus(LIFE).truncatedTo(ChronoUnit.SECONDS).toString();
    List<Issued> tokens = new ArrayList<>();
    for (int i = 0; i < TOKENS; i++) {
      Node node = nodes.get(i % nodes.size());
      String user = strike.users().get(i % strike.users().size());
      strike.calls().create(node, Kind.CREATE_SHORT_LIVED, user, expiration).ifPresent(tokens::add);
    }
    return tokens;
  }

  private static void useAll(Calls calls, List<Node> nodes, List<Issued> tokens)
      throws InterruptedException {
    for (Issued token : tokens) {
      for (Node node : nodes) {
        calls.use(node, token.user(), token.id(), token.reveal());
      }
    }
  }
}
