package io.latchkey.bench.faults;

import io.latchkey.bench.faults.history.Outcome;
import io.latchkey.bench.faults.history.RevocationDelays;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The table at the end. */
record Summary(List<RoundResult> results) {

  private static final String HEAD =
      """

      | fault | rounds | broken | calls | ok | refused | 503 | no answer | longest gap ms | removals watched: count, delay |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  String table() {
    Map<String, List<RoundResult>> byFault = new TreeMap<>();
    results.forEach(r -> byFault.computeIfAbsent(r.fault(), f -> new ArrayList<>()).add(r));
    StringBuilder table = new StringBuilder(HEAD);
    byFault.forEach((fault, own) -> table.append(row(fault, own)));
    return table.append(row("all", results)).toString();
  }

  private static String row(String name, List<RoundResult> results) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %,d | %,d | %,d | %,d | %,d | %,.0f | %s |%n",
        name,
        results.size(),
        results.stream().filter(r -> !r.isGood()).count(),
        sum(results, Outcome.values()),
        sum(results, Outcome.OK),
        sum(results, Outcome.REFUSED, Outcome.UNAUTHORIZED),
        sum(results, Outcome.COULD_NOT_TELL),
        sum(results, Outcome.NO_ANSWER),
        results.stream().mapToLong(RoundResult::longestNanos).max().orElse(0) / 1e6,
        results.stream()
            .map(RoundResult::delays)
            .reduce(RevocationDelays::and)
            .orElseGet(() -> RevocationDelays.in(List.of())));
  }

  private static long sum(List<RoundResult> results, Outcome... outcomes) {
    return results.stream().mapToLong(r -> r.count(outcomes)).sum();
  }
}
