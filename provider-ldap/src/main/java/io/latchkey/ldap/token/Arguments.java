package io.latchkey.ldap.token;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Refuses what a caller may not give, by the name of the argument. */
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

  /** An instant in whole microseconds, which are what the entries keep. */
  static void instant(Instant instant, String name) {
    if (!requireNonNull(instant, name).truncatedTo(ChronoUnit.MICROS).equals(instant)) {
      throw new IllegalArgumentException(name + " must be in whole microseconds: " + instant);
    }
  }
}
