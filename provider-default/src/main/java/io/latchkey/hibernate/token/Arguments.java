package io.latchkey.hibernate.token;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Refuses what a caller may not give, by the name of the argument. */
final class Arguments {

  static final Duration LONGEST_WINDOW = Duration.ofMinutes(10);

  private Arguments() {}

  static void tokenId(long tokenId) {
    if (tokenId < 1) {
      throw new IllegalArgumentException("tokenId must be 1 or more: " + tokenId);
    }
  }

  static void limit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be 1 or more: " + limit);
    }
  }

  /** An instant in whole microseconds, which are what the tables keep. */
  static void instant(Instant instant, String name) {
    if (!requireNonNull(instant, name).truncatedTo(ChronoUnit.MICROS).equals(instant)) {
      throw new IllegalArgumentException(name + " must be in whole microseconds: " + instant);
    }
  }

  static void window(Duration window) {
    if (requireNonNull(window, "window").isNegative()
        || window.isZero()
        || window.compareTo(LONGEST_WINDOW) > 0) {
      throw new IllegalArgumentException(
          "window must be more than zero and at most 10 minutes: " + window);
    }
  }
}
