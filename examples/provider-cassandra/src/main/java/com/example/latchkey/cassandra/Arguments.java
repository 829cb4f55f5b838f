package com.example.latchkey.cassandra;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Refuses what no caller may pass. */
final class Arguments {

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

  static void instant(Instant instant, String name) {
    if (!requireNonNull(instant, name).truncatedTo(ChronoUnit.MICROS).equals(instant)) {
      throw new IllegalArgumentException(name + " must be in whole microseconds: " + instant);
    }
  }
}
