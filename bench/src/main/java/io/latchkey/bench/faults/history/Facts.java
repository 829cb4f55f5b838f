package io.latchkey.bench.faults.history;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A history, sorted for those who check it. */
final class Facts {

  private final List<Operation> operations;
  private final Ending ending;
  private final List<ClockStep> steps;
  private final long boundNanos;
  private final Map<String, KnownToken> tokens = new HashMap<>();
  private final Map<String, List<Operation>> byUser;

  Facts(List<Operation> history, Ending ending, List<ClockStep> steps, long boundNanos) {
    this.operations = history.stream().sorted(Comparator.comparingLong(Operation::start)).toList();
    this.ending = ending;
    this.steps = steps;
    this.boundNanos = boundNanos;
    this.byUser = operations.stream().collect(groupingBy(Operation::user));
    for (Operation o : operations) {
      if (o.isCreate() && o.outcome() == Outcome.OK) {
        tokens.putIfAbsent(o.token(), new KnownToken(o, new ArrayList<>(), new ArrayList<>()));
      }
    }
    for (Operation o : operations) {
      KnownToken token = tokens.get(o.token());
      if (token != null && o.kind() == Operation.Kind.REMOVE) {
        token.removals().add(o);
      } else if (token != null && o.isUse()) {
        token.uses().add(o);
      }
    }
  }

  /** By start. */
  List<Operation> operations() {
    return operations;
  }

  /** By start. */
  Map<String, List<Operation>> byUser() {
    return byUser;
  }

  Map<String, KnownToken> tokens() {
    return tokens;
  }

  Ending ending() {
    return ending;
  }

  List<ClockStep> steps() {
    return steps;
  }

  long boundNanos() {
    return boundNanos;
  }
}
