package io.latchkey.bench.faults;

import io.latchkey.bench.faults.history.Outcome;
import io.latchkey.bench.faults.history.RevocationDelays;
import io.latchkey.bench.faults.history.Violation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a round went.
 *
 * @param fault the name of the fault
 * @param seed what was chosen by it
 * @param start of the round, by {@link System#nanoTime}
 * @param counts how many calls had which outcome
 * @param longestNanos the longest time without a success
 * @param delays how long removed tokens were accepted
 * @param broken which rules were broken
 */
record RoundResult(
    String fault,
    long seed,
    long start,
    Map<Outcome, Long> counts,
    long longestNanos,
    RevocationDelays delays,
    List<Violation> broken) {

  private static final int SHOWN = 10;

  /** Of a round that could not be run to its end. */
  static RoundResult failed(String fault, long seed, Throwable why) {
    StringWriter trace = new StringWriter();
    why.printStackTrace(new PrintWriter(trace));
    Violation violation = new Violation("the round could not be run: " + trace, List.of());
    return new RoundResult(
        fault, seed, 0, Map.of(), 0, RevocationDelays.in(List.of()), List.of(violation));
  }

  boolean isGood() {
    return broken.isEmpty();
  }

  long count(Outcome... outcomes) {
    return Arrays.stream(outcomes).mapToLong(o -> counts.getOrDefault(o, 0L)).sum();
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
