package io.latchkey.bench.faults.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long other nodes went on accepting removed tokens: for each removal and node the latest start
 * of a call that was accepted, counted from the answer to the removal. Immutable.
 */
public final class RevocationDelays {

  private final long[] sorted;

  private RevocationDelays(List<Long> nanos) {
    sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /**
   * Looks them up.
   *
   * @param history what clients did
   * @return one delay for each removal that was answered and each other node that was asked later
   */
  public static RevocationDelays in(List<Operation> history) {
    Facts facts = new Facts(history, new Ending(List.of(), List.of(), List.of()), List.of(), 0);
    List<Long> delays = new ArrayList<>();
    for (KnownToken token : facts.tokens().values()) {
      token.removal().ifPresent(removal -> delays.addAll(ofNodes(token, removal).values()));
    }
    return new RevocationDelays(delays);
  }

  private static Map<Integer, Long> ofNodes(KnownToken token, Operation removal) {
    Map<Integer, Long> byNode = new HashMap<>();
    for (Operation use : token.uses()) {
      int node = use.server().node();
      long later = use.start() - removal.end();
      if (node != removal.server().node() && later > 0 && !use.outcome().isUncertain()) {
        byNode.merge(node, use.outcome() == Outcome.OK ? later : 0, Math::max);
      }
    }
    return byNode;
  }

  /**
   * Those of both.
   *
   * @param others further ones
   * @return all
   */
  public RevocationDelays and(RevocationDelays others) {
    List<Long> all = new ArrayList<>();
    Arrays.stream(sorted).forEach(all::add);
    Arrays.stream(others.sorted).forEach(all::add);
    return new RevocationDelays(all);
  }

  /**
   * The largest.
   *
   * @return in milliseconds; 0 without any
   */
  public double maxMillis() {
    return millis(1);
  }

  private double millis(double part) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d, p50 %.1f ms, p99 %.1f ms, max %.1f ms",
        sorted.length,
        millis(0.5),
        millis(0.99),
        maxMillis());
  }
}
