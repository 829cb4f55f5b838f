package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.NoNodeAvailableException;
import com.datastax.oss.driver.api.core.NodeUnavailableException;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.util.List;
import java.util.function.Predicate;
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
        wasNotSent(cause) ? Effect.NONE : Effect.UNKNOWN,
        cause);
  }

  static ProviderUnavailableException ofConnecting(@Nullable Throwable cause) {
    return failure(
        cause instanceof QueryValidationException
            ? "the tables of tokens are not in the keyspace, or the role may not use them"
            : "no connection to the Cassandra cluster",
        Effect.NONE,
        cause);
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

  /** No node could be reached. */
  static boolean wasNotSent(Throwable cause) {
    return cause instanceof NodeUnavailableException
        || cause instanceof NoNodeAvailableException
        || isEach(cause, Failures::wasNotSent);
  }

  /** No node could be reached, or none that reaches enough others. */
  static boolean hasNoQuorum(Throwable cause) {
    return wasNotSent(cause)
        || cause instanceof UnavailableException
        || isEach(cause, Failures::hasNoQuorum);
  }

  private static boolean isEach(Throwable cause, Predicate<Throwable> question) {
    return cause instanceof AllNodesFailedException all
        && !all.getAllErrors().isEmpty()
        && all.getAllErrors().values().stream().flatMap(List::stream).allMatch(question);
  }

  private static ProviderUnavailableException failure(
      String message, Effect effect, @Nullable Throwable cause) {
    return new ProviderUnavailableException(
        cause == null ? message : message + ": " + cause.getClass().getSimpleName(), effect, cause);
  }
}
