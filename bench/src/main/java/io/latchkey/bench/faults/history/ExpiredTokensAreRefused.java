package io.latchkey.bench.faults.history;

import java.util.function.Consumer;

/**
 * A node whose clock is beyond the expiration date of a token does not accept it. A step of the
 * clock is seen within the bound.
 */
final class ExpiredTokensAreRefused implements Rule {

  @Override
  public void check(Facts facts, Consumer<Violation> broken) {
    for (KnownToken token : facts.tokens().values()) {
      for (Operation use : token.uses()) {
        if (token.isShortLived()
            && use.outcome() == Outcome.OK
            && facts.steps().stream().anyMatch(step -> step.covers(use, facts.boundNanos()))) {
          broken.accept(new Violation("an expired token was accepted", token.create(), use));
        }
      }
    }
  }
}
