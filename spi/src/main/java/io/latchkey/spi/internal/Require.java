package io.latchkey.spi.internal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/** Checks of arguments; each throws an exception that names the argument. */
public final class Require {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  /** The characters of a scope-token in RFC 6749 §3.3. */
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,200}");

  private Require() {}

  /**
   * An id or a name: 1 to 200 characters.
   *
   * @param text the argument
   * @param name its name
   * @return the argument
   */
  public static String id(String text, String name) {
    return length(text, 1, 200, name);
  }

  /**
   * A text of a certain length that every store can keep: without U+0000 and lone surrogates, which
   * PostgreSQL and UTF-8 cannot hold.
   *
   * @param text the argument
   * @param min the fewest characters
   * @param max the most characters
   * @param name its name
   * @return the argument
   */
  public static String length(String text, int min, int max, String name) {
    int length = requireNonNull(text, name).length();
    if (length < min || length > max) {
      inRange(length, min, max, name + ".length");
    }
    if (!isStorable(text)) {
      throw new IllegalArgumentException(name + " must not hold U+0000 or a lone surrogate");
    }
    return text;
  }

  /** Char by char: values are made at every look-up, and a stream would cost more than the rest. */
  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == 0) {
        return false;
      }
      if (Character.isSurrogate(unit)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /**
   * A number in a range.
   *
   * @param number the argument
   * @param min the smallest
   * @param max the largest
   * @param name its name
   */
  public static void inRange(long number, long min, long max, String name) {
    if (number < min || number > max) {
      throw new IllegalArgumentException(
          name
              + " must be "
              + min
              + (max == Long.MAX_VALUE ? " or more" : " to " + max)
              + ": "
              + number);
    }
  }

  /**
   * An instant that every store can keep.
   *
   * @param instant the argument
   * @param name its name
   */
  public static void instant(Instant instant, String name) {
    requireNonNull(instant, name);
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new IllegalArgumentException(name + " must be in the years 1 to 9999: " + instant);
    }
    if (!instant.truncatedTo(ChronoUnit.MICROS).equals(instant)) {
      throw new IllegalArgumentException(name + " must be in whole microseconds: " + instant);
    }
  }

  /**
   * A list of scopes.
   *
   * @param scopes the argument
   * @param name its name
   * @return an unmodifiable copy
   */
  public static List<String> scopes(List<String> scopes, String name) {
    List<String> copy = List.copyOf(requireNonNull(scopes, name));
    for (String scope : copy) {
      if (!SCOPE.matcher(scope).matches()) {
        throw new IllegalArgumentException(name + " holds what is not a scope: " + scope);
      }
    }
    return copy;
  }
}
