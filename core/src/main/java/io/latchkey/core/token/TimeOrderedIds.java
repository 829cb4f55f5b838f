package io.latchkey.core.token;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers tokens, and what else is made here: 41 bits of milliseconds since the year 2020, then 22
 * bits that begin at random in the lower half for the first number of a millisecond and count on
 * from there; 17 to 19 decimal digits until the year 2089.
 *
 * <p>The numbers of one instance rise strictly, also when the clock steps back. Two nodes meet on
 * one number so rarely that a store's refusal and another try settle it.
 *
 * <p>Thread-safe.
 */
public final class TimeOrderedIds {

  private static final long EPOCH_MILLIS = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
  private static final int LOW_BITS = 22;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  /**
   * Creates a source of numbers.
   *
   * @param clock the source of the time
   */
  public TimeOrderedIds(Clock clock) {
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * The next number.
   *
   * @return a number above all that this instance has returned
   */
  public long next() {
    long fresh =
        ((clock.millis() - EPOCH_MILLIS) << LOW_BITS) | random.nextInt(1 << (LOW_BITS - 1));
    return last.updateAndGet(previous -> Math.max(previous + 1, fresh));
  }
}
