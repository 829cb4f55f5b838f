package io.latchkey.bench.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/** How long the answers to some requests took. Immutable. */
public final class AnswerTimes {

  private final long[] sorted;

  /**
   * Of some requests.
   *
   * @param nanos how long each answer took, in nanoseconds, in any order
   */
  public AnswerTimes(long... nanos) {
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /**
   * Of more requests.
   *
   * @param others what those took
   * @return the times of all
   */
  public AnswerTimes and(AnswerTimes others) {
    return new AnswerTimes(
        LongStream.concat(Arrays.stream(sorted), Arrays.stream(others.sorted)).toArray());
  }

  /**
   * How many answers there were.
   *
   * @return 0 or more
   */
  public int count() {
    return sorted.length;
  }

  /**
   * What the slowest took.
   *
   * @return milliseconds; 0 if there was no answer
   */
  public double maxMillis() {
    return millis(1);
  }

  /**
   * What a part of the answers took at the most.
   *
   * @param part how many of them, more than 0 and up to 1; 0.5 for the median
   * @return milliseconds; 0 if there was no answer
   */
  public double millis(double part) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
  }

  /**
   * Three columns of a table: median, 99th percentile and maximum, in milliseconds.
   *
   * @return text of Markdown
   */
  public String columns() {
    return String.format(Locale.ROOT, "%.2f | %.2f | %.2f", millis(0.5), millis(0.99), maxMillis());
  }
}
