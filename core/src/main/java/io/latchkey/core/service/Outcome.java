package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

/**
 * What has become of a request.
 *
 * @param <T> what is answered if it was not refused
 */
public sealed interface Outcome<T> {

  /**
   * It was done.
   *
   * @param value the answer
   * @param <T> its type
   */
  record Done<T>(T value) implements Outcome<T> {

    /** Refuses a null component. */
    public Done {
      requireNonNull(value, "value");
    }
  }

  /**
   * Nothing was done.
   *
   * @param reason the first check that failed
   * @param <T> what would have been answered
   */
  record Refused<T>(Refusal reason) implements Outcome<T> {

    /** Refuses a null component. */
    public Refused {
      requireNonNull(reason, "reason");
    }
  }
}
