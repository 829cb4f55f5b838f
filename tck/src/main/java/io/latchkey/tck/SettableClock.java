package io.latchkey.tck;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until it is moved.
 *
 * <p>Thread-safe. A clock made by {@link #withZone} shows the time of the one that it was made
 * from.
 */
public final class SettableClock extends Clock {

  /** Shared by the clocks of all zones; guarded by itself. */
  private static final class Time {
    private Instant now;

    private Time(Instant now) {
      this.now = now;
    }
  }

  private final Time time;
  private final ZoneId zone;

  /**
   * Creates a clock in UTC.
   *
   * @param now the time that it shows
   */
  public SettableClock(Instant now) {
    this(new Time(requireNonNull(now, "now")), ZoneOffset.UTC);
  }

  private SettableClock(Time time, ZoneId zone) {
    this.time = time;
    this.zone = requireNonNull(zone, "zone");
  }

  /**
   * Sets the time.
   *
   * @param instant the time to show from now on; may be earlier than before
   */
  public void set(Instant instant) {
    requireNonNull(instant, "instant");
    synchronized (time) {
      time.now = instant;
    }
  }

  /**
   * Moves the time.
   *
   * @param duration by how much; backwards if negative
   */
  public void advance(Duration duration) {
    requireNonNull(duration, "duration");
    synchronized (time) {
      time.now = time.now.plus(duration);
    }
  }

  @Override
  public Instant instant() {
    synchronized (time) {
      return time.now;
    }
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public SettableClock withZone(ZoneId other) {
    return new SettableClock(time, other);
  }

  @Override
  public String toString() {
    return "SettableClock[" + instant() + ", " + zone + "]";
  }
}
