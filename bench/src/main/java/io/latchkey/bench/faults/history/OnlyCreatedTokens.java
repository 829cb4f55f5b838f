package io.latchkey.bench.faults.history;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Nothing is listed that nobody asked for: a token that no client knows is one of a create that was
 * not answered, each such create makes one at most, and a refused one none.
 */
final class OnlyCreatedTokens implements Rule {

  @Override
  public void check(Facts facts, Consumer<Violation> broken) {
    facts
        .byUser()
        .forEach(
            (user, operations) -> {
              Set<String> unknown = unknown(facts, operations);
              List<Operation> unanswered =
                  operations.stream()
                      .filter(o -> o.isCreate() && o.outcome().isUncertain())
                      .toList();
              if (unknown.size() > unanswered.size()) {
                broken.accept(
                    new Violation(
                        "user %s has the tokens %s that no client knows, but only %d creates without an answer"
                            .formatted(user, unknown, unanswered.size()),
                        unanswered));
              }
            });
  }

  /** The ids that lists have shown, and that no answer to a create has named. */
  static Set<String> unknown(Facts facts, List<Operation> ofUser) {
    Set<String> unknown = new TreeSet<>();
    ofUser.forEach(o -> unknown.addAll(o.listed().keySet()));
    unknown.removeAll(facts.tokens().keySet());
    return unknown;
  }
}
