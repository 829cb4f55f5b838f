package io.latchkey.bench.report;

import java.util.Locale;
import java.util.Optional;

/**
 * A line of the table.
 *
 * @param what what was done, and beside what
 * @param on on which database or directory; empty for none
 * @param clients how many did it at once; 0 where nobody counts them
 * @param ours how fast we are, with the unit
 * @param limit how fast the limit is, with the unit
 * @param ratio ours by the limit
 * @param spread the ratio of the pairs of turns, or of the rounds: the least and the most
 * @param aim what the ratio is to be; absent if there is no aim
 * @param times median and 99th percentile of our answers, in milliseconds; empty if not measured
 * @param share the part of the processors that the client took, in per cent; empty if there is none
 */
public record Row(
    String what,
    String on,
    int clients,
    String ours,
    String limit,
    double ratio,
    String spread,
    Optional<Aim> aim,
    String times,
    String share) {

  /** The head of the table. */
  static final String HEAD =
      """
      | what | on | clients | ours | limit | ratio | aim | p50 / p99 ms | client's CPU |
      |---|---|---|---|---|---|---|---|---|
      """;

  String line() {
    return "| "
        + String.join(
            " | ",
            what,
            on,
            clients == 0 ? "" : Integer.toString(clients),
            ours,
            limit,
            String.format(Locale.ROOT, "**%.2f** (%s)", ratio, spread),
            verdict(),
            times,
            share)
        + " |";
  }

  private String verdict() {
    return aim.map(a -> a + (a.isMetBy(ratio) ? " met" : " **missed**")).orElse("");
  }

  /** Which bar this is. */
  String label() {
    String where = on.isEmpty() ? "" : ", " + on;
    String who = clients == 0 ? "" : ", " + clients + (clients == 1 ? " client" : " clients");
    return what + where + who;
  }
}
