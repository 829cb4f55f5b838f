package io.latchkey.bench.faults.history;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An operation that begins after another one is over has a larger number.
 *
 * @param sentence what is wrong otherwise
 * @param number the number of an operation
 */
record RisingNumbers(String sentence, ToLongFunction<Operation> number) {

  /** Checks operations that are sorted by start. */
  void check(List<Operation> byStart, Consumer<Violation> broken) {
    PriorityQueue<Operation> running =
        new PriorityQueue<>(Comparator.comparingLong(Operation::end));
    @Nullable Operation highest = null;
    for (Operation next : byStart) {
      while (!running.isEmpty() && running.peek().isBefore(next)) {
        Operation over = running.remove();
        if (highest == null || number.applyAsLong(over) > number.applyAsLong(highest)) {
          highest = over;
        }
      }
      if (highest != null && number.applyAsLong(next) < number.applyAsLong(highest)) {
        broken.accept(new Violation(sentence, highest, next));
      }
      running.add(next);
    }
  }
}
