package io.latchkey.core.cache;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Until when an answer may be given again: for {@code revocation-bound} since it was asked for, not
 * beyond the expiration date of its token, and not once this node knows that it is about something
 * that was revoked meanwhile. A revocation is forgotten after the bound, since no answer that is
 * older is given any more.
 *
 * <p>Time is that which passes, not that of a clock: a step of the clock makes no answer young. How
 * far off an expiration date is, the clock tells once; a step after that is seen within the bound.
 *
 * <p>Thread-safe.
 */
public final class Revocations {

  private final Duration bound;
  private final long boundNanos;
  private final LongSupplier nanos;
  private final Clock clock;

  /** When what was revoked: ids of tokens, and {@linkplain TokenOwner owners}. */
  private final Map<Object, Long> revoked = new ConcurrentHashMap<>();

  private volatile long everything;

  /**
   * Creates it, with nothing revoked yet.
   *
   * @param bound how long an answer may be given again, more than zero
   * @param nanos the time that passes, as {@link System#nanoTime()}
   * @param clock tells how far off an expiration date is
   */
  public Revocations(Duration bound, LongSupplier nanos, Clock clock) {
    this.bound = bound;
    this.boundNanos = bound.toNanos();
    this.nanos = nanos;
    this.clock = clock;
    this.everything = nanos.getAsLong() - 1;
  }

  /**
   * Notes that a token is gone.
   *
   * @param tokenId its id
   */
  public void ofToken(long tokenId) {
    revoked.put(tokenId, nanos.getAsLong());
  }

  /**
   * Notes that all tokens of an owner are gone.
   *
   * @param owner whose tokens
   */
  public void ofOwner(TokenOwner owner) {
    revoked.put(owner, nanos.getAsLong());
  }

  /** Notes that any answer may be wrong by now. */
  public void ofEverything() {
    everything = nanos.getAsLong();
  }

  long now() {
    return nanos.getAsLong();
  }

  /** For how long what was asked for at a time may be given: nanoseconds from that time on. */
  long life(long asked, @Nullable StoredToken token) {
    if (token == null) {
      return boundNanos;
    }
    long age = now() - asked; // before the clock is read, so that nothing lives too long
    Duration left = Duration.between(clock.instant(), token.expirationDate());
    if (left.isNegative()) {
      return 0;
    }
    return left.compareTo(bound) < 0 ? Math.min(boundNanos, age + left.toNanos()) : boundNanos;
  }

  /** Whether what was asked for at a time, and has a life, may be given to who asks now. */
  boolean spare(long asked, long life, long now) {
    return now - asked < life && asked - everything > 0;
  }

  /** The same for what has no answer yet. */
  boolean spare(long asked, long now) {
    return spare(asked, boundNanos, now);
  }

  /** Whether what was asked for at a time, and is about a token, has been overtaken since. */
  boolean concern(StoredToken token, long asked) {
    return !revoked.isEmpty() && (since(asked, token.tokenId()) || since(asked, token.owner()));
  }

  private boolean since(long asked, Object subject) {
    Long at = revoked.get(subject);
    return at != null && asked - at <= 0;
  }

  /** Forgets what no answer can have been overtaken by any more. */
  void forgetOld() {
    long now = now();
    revoked.values().removeIf(at -> now - at > boundNanos);
  }
}
