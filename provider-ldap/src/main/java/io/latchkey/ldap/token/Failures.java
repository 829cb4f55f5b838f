package io.latchkey.ldap.token;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;

/** What is said to the caller when a call cannot be brought to its end. */
final class Failures {

  private Failures() {}

  /** Something else than we write stands in an entry. */
  static ProviderUnavailableException unreadable(String attribute) {
    return new ProviderUnavailableException(
        "an entry of the tokens in the directory has no " + attribute + " that can be understood",
        Effect.NONE,
        null);
  }

  /** A value stands in an entry that no token can have. */
  static ProviderUnavailableException impossible(IllegalArgumentException reason) {
    return new ProviderUnavailableException(
        "an entry of the tokens in the directory cannot be understood: " + reason.getMessage(),
        Effect.NONE,
        null);
  }

  /** An event was written or not: the answer was lost, and so are its traces. */
  static ProviderUnavailableException lost() {
    return new ProviderUnavailableException(
        "the directory server has lost a connection, and it cannot be told what became of a write",
        Effect.UNKNOWN,
        null);
  }

  /** A failure after the point from which on the call may have had its effect. */
  static ProviderUnavailableException late(ProviderUnavailableException failure) {
    return failure.effect() == Effect.UNKNOWN
        ? failure
        : new ProviderUnavailableException(
            String.valueOf(failure.getMessage()), Effect.UNKNOWN, failure);
  }
}
