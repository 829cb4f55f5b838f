package io.latchkey.bench.faults.history;

import java.util.function.Consumer;

/** A token that is certainly valid is never answered 401: who cannot tell says so. */
final class ValidTokensAreNotRefused implements Rule {

  @Override
  public void check(Facts facts, Consumer<Violation> broken) {
    for (KnownToken token : facts.tokens().values()) {
      for (Operation use : token.uses()) {
        if (use.outcome() == Outcome.UNAUTHORIZED
            && token.isUntouchedUntil(use)
            && !(token.isShortLived() && mayBeExpired(facts, use))) {
          broken.accept(new Violation("a valid token was refused", token.create(), use));
        }
      }
    }
  }

  /** What one node took for expired, it may have swept away for all. */
  private static boolean mayBeExpired(Facts facts, Operation use) {
    return facts.steps().stream().anyMatch(step -> use.end() >= step.start());
  }
}
