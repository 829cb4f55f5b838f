package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.background.DaemonThread;
import io.latchkey.core.background.Later;
import io.latchkey.spi.token.TokenStore;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Removes tokens that expired long ago, while the host serves. A sweep is a row of small steps with
 * rests between them, so that requests find the store free. Several nodes may sweep one store at a
 * time.
 *
 * <p>A store that cannot be asked is asked again at the next sweep, and reported once until then.
 *
 * <p>Thread-safe.
 */
public final class ExpiredTokenSweep implements AutoCloseable {

  /** The most tokens of a step. */
  static final int STEP = 100;

  /** How much longer than a step the rest after it is: four fifths of the time are the others'. */
  static final int REST = 4;

  /** When the first sweep begins, unless the others are to come more often. */
  static final Duration FIRST = Duration.ofMinutes(1);

  private static final System.Logger LOG = System.getLogger(ExpiredTokenSweep.class.getName());

  private final TokenStore store;
  private final Duration after;
  private final Clock clock;
  private final Later later;

  /** Touched by one thread at a time, as all below. */
  private Instant before = Instant.MIN;

  private long removed;
  private boolean failing;

  /**
   * Creates it; nothing is removed yet.
   *
   * @param store whose tokens are removed
   * @param after how long after its expiration date a token is kept
   * @param clock the source of the time
   */
  public ExpiredTokenSweep(TokenStore store, Duration after, Clock clock) {
    this(store, after, clock, new DaemonThread("latchkey-sweep"));
  }

  ExpiredTokenSweep(TokenStore store, Duration after, Clock clock, Later later) {
    this.store = requireNonNull(store, "store");
    this.after = requireNonNull(after, "after");
    this.clock = requireNonNull(clock, "clock");
    this.later = later;
  }

  /**
   * Sweeps from now on, in a thread of its own.
   *
   * @param interval how long to wait after a sweep, 1 ms or more
   */
  public void start(Duration interval) {
    Duration first = interval.compareTo(FIRST) < 0 ? interval : FIRST;
    later.run(first, () -> begin(interval));
  }

  private void begin(Duration interval) {
    before = clock.instant().minus(after).truncatedTo(ChronoUnit.MICROS);
    removed = 0;
    step(interval);
  }

  @SuppressWarnings("CatchingUnchecked") // without its next task it would never sweep again
  private void step(Duration interval) {
    long begin = System.nanoTime();
    boolean more = false;
    try {
      int removedNow = store.removeExpired(before, STEP);
      removed += removedNow;
      more = removedNow == STEP;
      failing = false;
    } catch (Throwable e) {
      report(e);
    }
    if (more) {
      Duration rest = Duration.ofNanos(REST * (System.nanoTime() - begin));
      later.run(rest, () -> step(interval));
    } else {
      if (removed > 0) {
        LOG.log(Level.INFO, "removed {0} tokens that expired before {1}", removed, before);
      }
      later.run(interval, () -> begin(interval));
    }
  }

  private void report(Throwable problem) {
    if (!failing) {
      LOG.log(
          Level.WARNING,
          "expired tokens cannot be removed now, which will be tried again: {0}",
          problem.getMessage());
      LOG.log(Level.DEBUG, "the sweep failed", problem);
      failing = true;
    }
  }

  /** Lets a step that is under way come to its end, within a limit; no other follows. */
  @Override
  public void close() {
    later.close();
  }
}
