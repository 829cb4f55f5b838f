package io.latchkey.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two sides in turns, so that what else the machine does meets both.
 *
 * @param limit what nothing can beat
 * @param ours what we have built
 */
public record Contest(Side limit, Side ours) {

  /**
   * How long it goes on.
   *
   * @param warmUp pairs of turns that do not count, 0 or more
   * @param pairs pairs of turns that count, 1 or more
   * @param turn how long a turn is
   */
  public record Length(int warmUp, int pairs, Duration turn) {}

  /**
   * What came of it: medians over the pairs.
   *
   * @param limit the rate of the limit, a second
   * @param ours our rate, a second
   * @param ratio our rate by that of the limit in the same pair of turns
   * @param times how long our answers took
   * @param share the part of the machine's processors that our clients took, 0 to 1
   */
  public record Outcome(Spread limit, Spread ours, Spread ratio, AnswerTimes times, double share) {}

  /**
   * Runs it.
   *
   * @param clients how many clients each side has
   * @param length how long
   * @return what came of it
   * @throws Exception if a call of either side failed
   */
  public Outcome run(int clients, Length length) throws Exception {
    for (int i = 0; i < length.warmUp(); i++) {
      limit.run(clients, length.turn());
      ours.run(clients, length.turn());
    }
    List<Side.Turn> limits = new ArrayList<>();
    List<Side.Turn> own = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < length.pairs(); i++) {
      // Who comes first changes from pair to pair.
      if (i % 2 == 0) {
        limits.add(limit.run(clients, length.turn()));
        own.add(ours.run(clients, length.turn()));
      } else {
        own.add(ours.run(clients, length.turn()));
        limits.add(limit.run(clients, length.turn()));
      }
      ratios.add(own.get(i).rate() / limits.get(i).rate());
    }
    return new Outcome(
        rates(limits),
        rates(own),
        Spread.of(ratios),
        own.stream().map(Side.Turn::times).reduce(AnswerTimes::and).orElseThrow(),
        own.stream().map(Side.Turn::share).max(Comparator.naturalOrder()).orElseThrow());
  }

  private static Spread rates(List<Side.Turn> turns) {
    return Spread.of(turns.stream().map(Side.Turn::rate).toList());
  }
}
