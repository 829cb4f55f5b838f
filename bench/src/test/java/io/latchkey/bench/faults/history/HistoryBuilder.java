package io.latchkey.bench.faults.history;

import io.latchkey.bench.faults.history.Operation.Kind;
import io.latchkey.bench.faults.history.Operation.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a history of one user on the nodes 1 and 2, one operation after the other. Each takes 1 ms
 * and begins 1 ms after the one before.
 */
final class HistoryBuilder {

  static final String USER = "u1";

  private final List<Operation> operations = new ArrayList<>();
  private final List<Operation> lists = new ArrayList<>();
  private final List<Operation> uses = new ArrayList<>();
  private final List<Operation> lastCreates = new ArrayList<>();
  private final List<ClockStep> steps = new ArrayList<>();
  private long millis = 1;
  private int run;

  HistoryBuilder after(long more) {
    millis += more;
    return this;
  }

  HistoryBuilder restart() {
    run++;
    return this;
  }

  Operation add(
      Kind kind, int node, String id, Outcome outcome, long sequence, Map<String, Long> listed) {
    long start = Duration.ofMillis(millis).toNanos();
    Operation operation =
        new Operation(
            kind,
            new Server(node, run),
            USER,
            id,
            start,
            start + Duration.ofMillis(1).toNanos(),
            outcome,
            sequence,
            listed);
    millis += 2;
    operations.add(operation);
    return operation;
  }

  HistoryBuilder create(int node, long id, long sequence) {
    add(Kind.CREATE, node, Long.toString(id), Outcome.OK, sequence, Map.of());
    return this;
  }

  HistoryBuilder createShortLived(int node, long id, long sequence) {
    add(Kind.CREATE_SHORT_LIVED, node, Long.toString(id), Outcome.OK, sequence, Map.of());
    return this;
  }

  HistoryBuilder createIs(Outcome outcome) {
    add(Kind.CREATE, 1, "", outcome, 0, Map.of());
    return this;
  }

  HistoryBuilder use(int node, long id, Outcome outcome) {
    add(Kind.USE, node, Long.toString(id), outcome, 0, Map.of());
    return this;
  }

  HistoryBuilder remove(int node, long id, long sequence) {
    add(Kind.REMOVE, node, Long.toString(id), Outcome.OK, sequence, Map.of());
    return this;
  }

  HistoryBuilder removeIs(long id, Outcome outcome) {
    add(Kind.REMOVE, 1, Long.toString(id), outcome, 0, Map.of());
    return this;
  }

  HistoryBuilder list(int node, Map<String, Long> listed) {
    add(Kind.LIST, node, "", Outcome.OK, 0, listed);
    return this;
  }

  /** The clock of a node is wrong for the given time from now on. */
  HistoryBuilder step(int node, long forMillis) {
    long start = Duration.ofMillis(millis).toNanos() - 1;
    steps.add(new ClockStep(node, start, start + Duration.ofMillis(forMillis).toNanos()));
    return this;
  }

  /** The last look of two nodes that agree; the tokens of the list are used on both. */
  List<String> end(long lastId, long lastSequence, Map<String, Long> left) {
    last(lastId, lastSequence);
    lastList(1, left);
    lastList(2, left);
    left.keySet().stream().sorted().forEach(id -> lastUse(id, Outcome.OK));
    return check();
  }

  HistoryBuilder last(long id, long sequence) {
    lastCreates.add(add(Kind.CREATE, 1, Long.toString(id), Outcome.OK, sequence, Map.of()));
    return this;
  }

  HistoryBuilder lastList(int node, Map<String, Long> left) {
    lists.add(add(Kind.LIST, node, "", Outcome.OK, 0, left));
    return this;
  }

  HistoryBuilder lastUse(String id, Outcome outcome) {
    uses.add(add(Kind.USE, 1, id, outcome, 0, Map.of()));
    uses.add(add(Kind.USE, 2, id, outcome, 0, Map.of()));
    return this;
  }

  /** The sentences of a checker with a bound of one second. */
  List<String> check() {
    return new Checker(Duration.ofSeconds(1))
        .check(operations, new Ending(lists, uses, lastCreates), steps).stream()
            .map(Violation::sentence)
            .toList();
  }

  List<Operation> operations() {
    return operations;
  }
}
