package com.example.latchkey.cassandra;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970: CQL's own timestamp has milliseconds only. */
final class Micros {

  private static final long PER_SECOND = 1_000_000;

  private Micros() {}

  static long of(Instant instant) {
    // Not ChronoUnit.between: it counts nanoseconds on the way, and those of the year 1 are too
    // many.
    return instant.getEpochSecond() * PER_SECOND + instant.getNano() / 1_000;
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
