package io.latchkey.core.cache;

import io.latchkey.core.background.DaemonThread;
import io.latchkey.spi.token.RecentRemovals;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Learns soon what other nodes have removed, ten times within the bound, from a store that tells.
 * It makes revocation prompt, and nothing relies on it: without it, or while the store cannot be
 * asked, answers are not given again after the bound.
 */
public final class RevocationWatch implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(RevocationWatch.class.getName());
  private static final int LOOKS = 10;

  private final Revocations revocations;
  private final Optional<RecentRemovals> removals;
  private final Duration bound;
  private final DaemonThread looking = new DaemonThread("latchkey-revocations");

  /** Whether the last look failed; touched by one thread at a time. */
  private boolean failed;

  /**
   * Creates it; it does not look yet.
   *
   * @param revocations what is told of removals
   * @param removals what others have removed; absent if the store does not tell
   * @param bound the {@code revocation-bound}
   */
  public RevocationWatch(
      Revocations revocations, Optional<RecentRemovals> removals, Duration bound) {
    this.revocations = revocations;
    this.removals = removals;
    this.bound = bound;
  }

  /** Looks from now on, in a thread of its own. */
  public void start() {
    looking.repeat(bound.dividedBy(LOOKS), this::look);
  }

  @SuppressWarnings("CatchingUnchecked") // a task that throws is never run again
  void look() {
    revocations.forgetOld();
    try {
      removals.ifPresent(told -> told.within(bound.multipliedBy(2)).forEach(revocations::ofToken));
      failed = false;
    } catch (Throwable e) {
      if (!failed) {
        LOG.log(
            Level.WARNING,
            "what other nodes remove is seen after the revocation-bound only, since the store"
                + " cannot be asked: {0}",
            e.getMessage());
      }
      failed = true;
    }
  }

  @Override
  public void close() {
    looking.close();
  }
}
