package io.latchkey.bench.faults.history;

import io.latchkey.bench.faults.history.Operation.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The events of a user are counted one by one: no number twice, in the order in which they
 * happened, and the last number is how many there were.
 */
final class SequencesCountEvents implements Rule {

  @Override
  public void check(Facts facts, Consumer<Violation> broken) {
    for (Operation last : facts.ending().lastCreates()) {
      List<Operation> ofUser = facts.byUser().getOrDefault(last.user(), List.of());
      List<Operation> counted =
          ofUser.stream()
              .filter(o -> o.isCreate() || o.kind() == Kind.REMOVE)
              .filter(o -> o.outcome() == Outcome.OK)
              .toList();
      checkNumbers(counted, last, broken);
      new RisingNumbers("sequences are not in the order of the events", Operation::sequence)
          .check(counted, broken);
      checkListed(facts, ofUser, counted, broken);
      checkCount(facts, ofUser, last, broken);
    }
  }

  private static void checkNumbers(
      List<Operation> counted, Operation last, Consumer<Violation> broken) {
    Map<Long, Operation> bySequence = new HashMap<>();
    for (Operation o : counted) {
      Operation other = bySequence.putIfAbsent(o.sequence(), o);
      if (other != null) {
        broken.accept(new Violation("two events have one sequence", other, o));
      }
      if (o.sequence() < 1 || o.sequence() > last.sequence()) {
        broken.accept(new Violation("a sequence that cannot be", o, last));
      }
    }
  }

  /** A listed token has the number of its create, and one that no client knows has a free one. */
  private static void checkListed(
      Facts facts, List<Operation> ofUser, List<Operation> counted, Consumer<Violation> broken) {
    Map<Long, Operation> bySequence = new HashMap<>();
    counted.forEach(o -> bySequence.putIfAbsent(o.sequence(), o));
    for (Operation list : ofUser) {
      list.listed()
          .forEach(
              (id, sequence) -> {
                KnownToken token = facts.tokens().get(id);
                if (token != null && token.create().sequence() != sequence) {
                  broken.accept(
                      new Violation(
                          "token %s is listed with sequence %d".formatted(id, sequence),
                          token.create(),
                          list));
                }
                Operation other = bySequence.get(sequence);
                if (token == null && other != null) {
                  broken.accept(
                      new Violation(
                          "token %s, which no client knows, is listed with the sequence of another event"
                              .formatted(id),
                          other,
                          list));
                }
              });
    }
  }

  private static void checkCount(
      Facts facts, List<Operation> ofUser, Operation last, Consumer<Violation> broken) {
    Set<String> unknown = OnlyCreatedTokens.unknown(facts, ofUser);
    Set<String> left =
        facts.ending().lists().stream()
            .filter(o -> o.user().equals(last.user()))
            .findFirst()
            .map(o -> o.listed().keySet())
            .orElse(Set.of());
    List<KnownToken> known =
        facts.tokens().values().stream()
            .filter(t -> t.create().user().equals(last.user()))
            .toList();
    long removed =
        known.stream()
            .filter(t -> !t.removals().isEmpty())
            .filter(t -> !left.contains(t.id()))
            .count();
    long events = known.size() + unknown.size() + removed;
    if (events != last.sequence()) {
      broken.accept(
          new Violation(
              "user %s had %d events, %d creates of which %d were not answered, and %d removals, but the last sequence is %d"
                  .formatted(
                      last.user(),
                      events,
                      known.size() + unknown.size(),
                      unknown.size(),
                      removed,
                      last.sequence()),
              last));
    }
  }
}
