package io.latchkey.bench.faults.history;

import io.latchkey.bench.faults.history.Operation.Kind;
import java.util.List;
import java.util.function.Consumer;

/**
 * A token whose create was answered is in every list until its removal is asked for, and is
 * accepted at the end by every node.
 */
final class AcknowledgedTokensStay implements Rule {

  @Override
  public void check(Facts facts, Consumer<Violation> broken) {
    facts.byUser().values().forEach(operations -> checkLists(facts, operations, broken));
    for (KnownToken token : facts.tokens().values()) {
      token.removals().stream()
          .filter(o -> o.outcome() == Outcome.REFUSED && !token.mayBeRemovedBefore(o))
          .forEach(
              o ->
                  broken.accept(
                      new Violation("a created token was not there to remove", token.create(), o)));
    }
    for (Operation use : facts.ending().uses()) {
      KnownToken token = facts.tokens().get(use.token());
      if (token != null
          && !token.isShortLived()
          && token.removals().isEmpty()
          && use.outcome() != Outcome.OK) {
        broken.accept(
            new Violation("a created token is not accepted at the end", token.create(), use));
      }
    }
    for (Operation list : facts.ending().lists()) {
      if (list.outcome() != Outcome.OK) {
        broken.accept(new Violation("a list could not be had at the end", list));
      }
      if (facts.ending().lastCreates().stream().noneMatch(o -> o.user().equals(list.user()))) {
        broken.accept(new Violation("no token could be created at the end", list));
      }
    }
  }

  private static void checkLists(Facts facts, List<Operation> ofUser, Consumer<Violation> broken) {
    List<KnownToken> tokens =
        ofUser.stream()
            .filter(o -> o.isCreate() && o.outcome() == Outcome.OK)
            .map(o -> facts.tokens().get(o.token()))
            .filter(token -> token != null && !token.isShortLived())
            .toList();
    ofUser.stream()
        .filter(o -> o.is(Kind.LIST, Outcome.OK))
        .forEach(
            list ->
                tokens.stream()
                    .filter(
                        token ->
                            token.create().isBefore(list)
                                && token.isUntouchedUntil(list)
                                && !list.listed().containsKey(token.id()))
                    .forEach(
                        token ->
                            broken.accept(
                                new Violation(
                                    "a created token is not listed", token.create(), list))));
  }
}
