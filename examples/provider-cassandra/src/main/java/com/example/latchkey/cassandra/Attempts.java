package com.example.latchkey.cassandra;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.util.Optional;

/**
 * Goes on with one change until its outcome is known or the time is up. A write that was not
 * confirmed may have happened, or still happen: the next try looks for its traces first.
 */
final class Attempts {

  private final Deadline deadline;
  private boolean inDoubt;

  Attempts(Deadline deadline) {
    this.deadline = deadline;
  }

  /** One try. */
  interface Try<T> {

    /**
     * Looks at what there is, and writes at most once.
     *
     * @param again whether an earlier try has written something that may or may not be there
     * @return the outcome; absent if others were faster, so that it must be tried again
     */
    Optional<T> run(boolean again);
  }

  <T> T untilKnown(Try<T> attempt) {
    boolean again = false;
    while (true) {
      try {
        Optional<T> outcome = attempt.run(again);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      } catch (ProviderUnavailableException e) {
        inDoubt |= e.effect() == Effect.UNKNOWN;
        if (!inDoubt || deadline.hasPassed()) {
          throw Failures.with(effect(), e);
        }
      }
      again = true;
      if (deadline.hasPassed()) {
        throw Failures.late(effect());
      }
      deadline.pause();
    }
  }

  private Effect effect() {
    return inDoubt ? Effect.UNKNOWN : Effect.NONE;
  }
}
