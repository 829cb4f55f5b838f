package io.latchkey.bench.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.latchkey.bench.faults.history.Checker;
import io.latchkey.bench.faults.history.ClockStep;
import io.latchkey.bench.faults.history.Ending;
import io.latchkey.bench.faults.history.History;
import io.latchkey.bench.faults.history.Operation;
import io.latchkey.bench.faults.history.RevocationDelays;
import io.latchkey.bench.faults.history.Violation;
import io.latchkey.bench.faults.load.LastLook;
import io.latchkey.bench.faults.load.Load;
import io.latchkey.bench.faults.site.Calls;
import io.latchkey.bench.faults.site.Node;
import io.latchkey.bench.faults.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Load, a fault in the middle of it, and the check of what was seen. */
final class Round {

  private static final int USERS = 4;
  private static final Duration BEFORE = Duration.ofSeconds(2);
  private static final Duration AFTER = Duration.ofMillis(1500);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Fault fault;
  private final long seed;
  private final Checker checker;

  Round(Fault fault, long seed, Checker checker) {
    this.fault = fault;
    this.seed = seed;
    this.checker = checker;
  }

  RoundResult run() throws Exception {
    Random random = new Random(seed);
    Site site = fault.site();
    History history = new History();
    Calls calls = new Calls(history, site.administrator());
    List<String> users = site.takeUsers(USERS);
    long start = System.nanoTime();
    List<ClockStep> steps;
    long longest;
    Ending ending;
    try (Load load = new Load(calls, site.nodes(), users, random.nextLong())) {
      load.start();
      Waiting.forDuration(BEFORE);
      steps = fault.strike(new Fault.Strike(calls, load, users, random));
      awaitReady(calls, site);
      Waiting.forDuration(AFTER);
      load.stop();
      longest = Pauses.longest(history.operations());
      ending = LastLook.take(calls, site.nodes(), load);
    }
    List<Operation> operations = history.operations();
    List<Violation> broken = new ArrayList<>(checker.check(operations, ending, steps));
    if (fault.mustBeFelt() && !Pauses.wasFelt(operations)) {
      broken.add(new Violation("the fault was not felt: every call was answered", List.of()));
    }
    return new RoundResult(
        fault.name(),
        seed,
        start,
        operations.stream().collect(groupingBy(Operation::outcome, counting())),
        longest,
        RevocationDelays.in(operations),
        broken);
  }

  /** An operator would wait for it too; who is never ready is seen by the last look. */
  private static void awaitReady(Calls calls, Site site) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Node node : site.nodes()) {
      while (!calls.isReady(node) && System.nanoTime() < deadline) {
        Waiting.forDuration(Duration.ofMillis(50));
      }
    }
  }
}
