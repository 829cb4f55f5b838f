package io.latchkey.spi.token;

import io.latchkey.spi.internal.Require;
import java.time.Instant;

/**
 * The event by which a token was removed.
 *
 * @param sequence the number of the event among the events of the owner, 1 or more
 * @param date when it happened, in whole microseconds
 */
public record Removal(long sequence, Instant date) {

  /** Refuses components that are null or out of range. */
  public Removal {
    Require.instant(date, "date");
    Require.inRange(sequence, 1, Long.MAX_VALUE, "sequence");
  }
}
