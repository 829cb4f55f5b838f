package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.NoNodeAvailableException;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the driver throws, in the words of the SPI. Messages name nodes, never values. */
final class Failures {

  private Failures() {}

  static ProviderUnavailableException ofRead(Throwable cause) {
    return failure("the Cassandra cluster did not answer a read", Effect.NONE, cause);
  }

  static ProviderUnavailableException ofWrite(Throwable cause) {
    return failure(
        "the Cassandra cluster did not confirm a write",
        wasNotTried(cause) ? Effect.NONE : Effect.UNKNOWN,
        cause);
  }

  static ProviderUnavailableException ofConnecting(@Nullable Throwable cause) {
    return failure("no connection to the Cassandra cluster", Effect.NONE, cause);
  }

  static ProviderUnavailableException late(Effect effect) {
    return failure("a call had not come to its end when its time was up", effect, null);
  }

  /** The same failure, with another word on the effect of the whole call. */
  static ProviderUnavailableException with(Effect effect, ProviderUnavailableException failure) {
    return failure.effect() == effect
        ? failure
        : new ProviderUnavailableException(String.valueOf(failure.getMessage()), effect, failure);
  }

  /** Too few nodes are known to live: then nothing was sent to any of them. */
  private static boolean wasNotTried(Throwable cause) {
    if (cause instanceof AllNodesFailedException all) {
      return all instanceof NoNodeAvailableException
          || all.getAllErrors().values().stream()
              .flatMap(List::stream)
              .allMatch(Failures::wasNotTried);
    }
    return cause instanceof UnavailableException;
  }

  private static ProviderUnavailableException failure(
      String message, Effect effect, @Nullable Throwable cause) {
    return new ProviderUnavailableException(
        cause == null ? message : message + ": " + cause.getClass().getSimpleName(), effect, cause);
  }
}
