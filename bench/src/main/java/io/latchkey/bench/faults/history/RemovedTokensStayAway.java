package io.latchkey.bench.faults.history;

import io.latchkey.bench.faults.history.Operation.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A removed token is accepted by no call that starts later than the bound after the answer to its
 * removal, and on the node that removed it by none after the answer. A removal that was not
 * answered has happened or not; once a node has refused the token, it has. What was missing in a
 * list once is in none that starts later.
 */
final class RemovedTokensStayAway implements Rule {

  @Override
  public void check(Facts facts, Consumer<Violation> broken) {
    for (KnownToken token : facts.tokens().values()) {
      token.removal().ifPresent(r -> checkAnswered(facts, token, r, broken));
      if (!token.removals().isEmpty()) {
        checkRefused(facts, token, broken);
      }
      if (token.removals().stream().filter(o -> o.outcome() == Outcome.OK).count() > 1) {
        broken.accept(new Violation("a token was removed twice", token.removals()));
      }
    }
    facts.byUser().values().forEach(operations -> checkLists(facts, operations, broken));
  }

  private static void checkAnswered(
      Facts facts, KnownToken token, Operation removal, Consumer<Violation> broken) {
    for (Operation use : token.uses()) {
      boolean sameNode = use.server().node() == removal.server().node();
      long bound = sameNode ? 0 : facts.boundNanos();
      if (use.outcome() == Outcome.OK && use.start() > removal.end() + bound) {
        broken.accept(
            new Violation(
                "a removed token was accepted %.0f ms after the answer to its removal%s"
                    .formatted(
                        (use.start() - removal.end()) / 1e6, sameNode ? " by the same node" : ""),
                removal,
                use));
      }
    }
  }

  private static void checkRefused(Facts facts, KnownToken token, Consumer<Violation> broken) {
    Operation first = token.removals().get(0);
    Optional<Operation> refused =
        token.uses().stream()
            .filter(o -> o.outcome() == Outcome.UNAUTHORIZED && o.end() > first.start())
            .min((a, b) -> Long.compare(a.end(), b.end()));
    if (refused.isEmpty()) {
      return;
    }
    for (Operation use : token.uses()) {
      if (use.outcome() == Outcome.OK && use.start() > refused.get().end() + facts.boundNanos()) {
        broken.accept(
            new Violation("a token works again that was refused", first, refused.get(), use));
      }
    }
  }

  private static void checkLists(Facts facts, List<Operation> ofUser, Consumer<Violation> broken) {
    // By token, the end of the first list that was without it.
    Map<String, Operation> missing = new HashMap<>();
    List<Operation> lists =
        ofUser.stream()
            .filter(o -> o.is(Kind.LIST, Outcome.OK))
            .sorted((a, b) -> Long.compare(a.end(), b.end()))
            .toList();
    List<KnownToken> tokens =
        facts.tokens().values().stream()
            .filter(t -> !ofUser.isEmpty() && t.create().user().equals(ofUser.get(0).user()))
            .toList();
    for (Operation list : lists) {
      for (KnownToken token : tokens) {
        boolean listed = list.listed().containsKey(token.id());
        if (!listed && token.create().isBefore(list)) {
          missing.putIfAbsent(token.id(), list);
        }
        Operation without = missing.get(token.id());
        if (listed && without != null && without.isBefore(list)) {
          broken.accept(new Violation("a token is listed again", token.create(), without, list));
        }
        if (listed && token.removal().filter(r -> r.isBefore(list)).isPresent()) {
          broken.accept(
              new Violation("a removed token is listed", token.removal().orElseThrow(), list));
        }
      }
    }
  }
}
