package io.latchkey.ldap.token;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Instants as entries keep them: microseconds since 1970-01-01T00:00:00Z. Generalized times would
 * read better, but OpenLDAP's index loses some of the year 9999, and others compare no finer than
 * milliseconds.
 */
final class Micros {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private Micros() {}

  /** Of an instant in whole microseconds, in the years 1 to 9999. */
  static long of(Instant instant) {
    return instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / NANOS_PER_MICRO;
  }

  static String text(Instant instant) {
    return Long.toString(of(instant));
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS_PER_SECOND),
        Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
  }

  /** The last instant that a token can have and that is not after this one, or the first of all. */
  static String floor(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return text(FIRST);
    }
    return text(instant.isAfter(LAST) ? LAST : instant.truncatedTo(ChronoUnit.MICROS));
  }

  /** The last instant that a token can have and that is before this one, or the first of all. */
  static String lastBefore(Instant instant) {
    return floor(instant.isAfter(FIRST) ? instant.minusNanos(1) : FIRST);
  }
}
