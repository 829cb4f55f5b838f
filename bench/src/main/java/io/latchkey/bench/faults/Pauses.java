package io.latchkey.bench.faults;

import io.latchkey.bench.faults.history.Operation;
import io.latchkey.bench.faults.history.Outcome;
import java.util.List;

/** How much of a fault clients have noticed. */
final class Pauses {

  private Pauses() {}

  /** The longest time in which no call was answered well, in nanoseconds. */
  static long longest(List<Operation> operations) {
    long[] ends =
        operations.stream()
            .filter(o -> o.outcome() == Outcome.OK)
            .mapToLong(Operation::end)
            .sorted()
            .toArray();
    long longest = 0;
    for (int i = 1; i < ends.length; i++) {
      longest = Math.max(longest, ends[i] - ends[i - 1]);
    }
    return longest;
  }

  /** Whether a call had no answer, or one that says that the server could not tell. */
  static boolean wasFelt(List<Operation> operations) {
    return operations.stream()
        .anyMatch(o -> o.outcome() == Outcome.COULD_NOT_TELL || o.outcome() == Outcome.NO_ANSWER);
  }
}
