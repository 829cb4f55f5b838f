package io.latchkey.bench.report;

import java.util.Locale;

/**
 * What a ratio is to be.
 *
 * @param atLeast whether more is better
 * @param value the brink, which is good enough
 */
public record Aim(boolean atLeast, double value) {

  /**
   * This or more.
   *
   * @param value the brink
   * @return the aim
   */
  public static Aim atLeast(double value) {
    return new Aim(true, value);
  }

  /**
   * This or less.
   *
   * @param value the brink
   * @return the aim
   */
  public static Aim atMost(double value) {
    return new Aim(false, value);
  }

  /**
   * Whether a ratio is good enough.
   *
   * @param ratio a ratio
   * @return whether it is
   */
  public boolean isMetBy(double ratio) {
    return atLeast ? ratio >= value : ratio <= value;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %.2f", atLeast ? "≥" : "≤", value);
  }
}
