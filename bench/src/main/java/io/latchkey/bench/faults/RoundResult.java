package io.latchkey.bench.faults;

import io.latchkey.bench.faults.history.Operation;
import io.latchkey.bench.faults.history.Outcome;
import io.latchkey.bench.faults.history.RevocationDelays;
import io.latchkey.bench.faults.history.Violation;
import java.util.List;
import java.util.Locale;

/**
 * How a round went.
 *
 * @param fault the name of the fault
 * @param seed what was chosen by it
 * @param start of the round, by {@link System#nanoTime}
 * @param operations what clients did
 * @param longestNanos the longest time without a success
 * @param delays how long removed tokens were accepted
 * @param broken which rules were broken
 */
record RoundResult(
    String fault,
    long seed,
    long start,
    List<Operation> operations,
    long longestNanos,
    RevocationDelays delays,
    List<Violation> broken) {

  private static final int SHOWN = 10;

  boolean isGood() {
    return broken.isEmpty();
  }

  long count(Outcome... outcomes) {
    List<Outcome> wanted = List.of(outcomes);
    return operations.stream().filter(o -> wanted.contains(o.outcome())).count();
  }

  String line(int number) {
    return String.format(
        Locale.ROOT,
        "%3d %-18s seed %-6d ok %5d  refused %4d  503 %5d  no answer %4d  longest gap %5.0f ms "
            + " revocation %5.1f ms  %s",
        number,
        fault,
        seed,
        count(Outcome.OK),
        count(Outcome.REFUSED, Outcome.UNAUTHORIZED),
        count(Outcome.COULD_NOT_TELL),
        count(Outcome.NO_ANSWER),
        longestNanos / 1e6,
        delays.maxMillis(),
        isGood() ? "good" : "BROKEN");
  }

  /** What is wrong, in lines; a flood of it is cut off. */
  String problems() {
    StringBuilder text = new StringBuilder();
    broken.stream()
        .limit(SHOWN)
        .forEach(v -> text.append("  ").append(v.describe(start)).append(System.lineSeparator()));
    if (broken.size() > SHOWN) {
      text.append("  and ")
          .append(broken.size() - SHOWN)
          .append(" more")
          .append(System.lineSeparator());
    }
    return text.toString();
  }
}
