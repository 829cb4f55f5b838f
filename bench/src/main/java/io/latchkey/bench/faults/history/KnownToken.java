package io.latchkey.bench.faults.history;

import java.util.List;
import java.util.Optional;

/**
 * A token that a client was given, and all that was done with it.
 *
 * @param create how it was made
 * @param removals what was tried to remove it, by start
 * @param uses how it was used, by start
 */
record KnownToken(Operation create, List<Operation> removals, List<Operation> uses) {

  String id() {
    return create.token();
  }

  boolean isShortLived() {
    return create.kind() == Operation.Kind.CREATE_SHORT_LIVED;
  }

  /** The removal that was answered. */
  Optional<Operation> removal() {
    return removals.stream().filter(o -> o.outcome() == Outcome.OK).findFirst();
  }

  /** Whether another removal may have been faster, or the same one tried before. */
  boolean mayBeRemovedBefore(Operation removal) {
    return removals.stream().anyMatch(o -> !o.equals(removal) && o.start() < removal.end());
  }

  /** Whether nobody had asked for its removal when the operation was over. */
  boolean isUntouchedUntil(Operation operation) {
    return removals.isEmpty() || operation.isBefore(removals.get(0));
  }
}
