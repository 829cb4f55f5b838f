package io.latchkey.bench.measure;

import java.util.List;
import java.util.Locale;

/**
 * Some numbers that ought to be one.
 *
 * @param median the one in the middle; of an even count, the upper one
 * @param least the least
 * @param most the most
 */
public record Spread(double median, double least, double most) {

  /**
   * Of numbers.
   *
   * @param numbers one or more, in any order
   * @return their spread
   */
  public static Spread of(List<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    return new Spread(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
  }

  /**
   * For people: the median, and the others in brackets.
   *
   * @param format how each number is written, as {@link String#format} has it
   * @return text
   */
  public String text(String format) {
    return String.format(
        Locale.ROOT, format + " (" + format + "–" + format + ")", median, least, most);
  }
}
