package io.latchkey.hibernate.token;

import io.latchkey.spi.token.TokenCondition.Comparison;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Instants as the tables keep them: microseconds since 1970-01-01T00:00:00Z. */
final class Micros {

  private static final Instant BEFORE_ALL = Instant.parse("0000-12-31T23:59:59Z");
  private static final Instant AFTER_ALL = Instant.parse("+10000-01-01T00:00:00Z");

  private Micros() {}

  /** The number of an instant, rounded down; beyond the years that are kept, of their brink. */
  static long floor(Instant instant) {
    Instant near = instant.isBefore(BEFORE_ALL) ? BEFORE_ALL : instant;
    near = near.isAfter(AFTER_ALL) ? AFTER_ALL : near;
    return Math.addExact(
        Math.multiplyExact(near.getEpochSecond(), 1_000_000L), near.getNano() / 1000);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /**
   * What a comparison with an instant of any precision is on whole microseconds: between two of
   * them, no date is equal, and those up to the lower one are before.
   *
   * @return the operator to set between a date and {@link #floor}; absent if no date compares so
   */
  static Optional<String> operator(Comparison comparison, Instant instant) {
    boolean whole = instant.truncatedTo(ChronoUnit.MICROS).equals(instant);
    return switch (comparison) {
      case EQUAL -> whole ? Optional.of("=") : Optional.empty();
      case AFTER -> Optional.of(">");
      case AFTER_OR_EQUAL -> Optional.of(whole ? ">=" : ">");
      case BEFORE -> Optional.of(whole ? "<" : "<=");
      case BEFORE_OR_EQUAL -> Optional.of("<=");
    };
  }
}
