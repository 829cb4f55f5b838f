package io.latchkey.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/** How long the answers to some requests took. Immutable. */
final class AnswerTimes {

  private final long[] sorted;

  AnswerTimes(long... nanos) {
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  AnswerTimes and(AnswerTimes others) {
    return new AnswerTimes(
        LongStream.concat(Arrays.stream(sorted), Arrays.stream(others.sorted)).toArray());
  }

  int count() {
    return sorted.length;
  }

  double maxMillis() {
    return sorted.length == 0 ? 0 : millis(1);
  }

  private double millis(double part) {
    return sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
  }

  /** Three columns of a table: median, 99th percentile and maximum, in milliseconds. */
  String columns() {
    return String.format(Locale.ROOT, "%.2f | %.2f | %.2f", millis(0.5), millis(0.99), maxMillis());
  }
}
