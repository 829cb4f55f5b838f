package com.example.latchkey.cassandra;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Token ids and digests, each held by one attempt to create a token. A claim shows nothing and
 * counts nothing; what a crash has left of one is taken over by the next who wants the same name.
 */
final class Claims {

  private static final System.Logger LOG = System.getLogger(Claims.class.getName());

  /**
   * How long an attempt may be under way before it is taken for dead. If it lives, it begins anew.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ClusterAccess access;

  Claims(ClusterAccess access) {
    this.access = access;
  }

  /** Takes a name. False, if a token that lives holds it. */
  boolean acquire(Deadline deadline, String name, Claim ours) {
    try {
      Watch watch = new Watch();
      return new Attempts(deadline)
          .untilKnown(
              again -> {
                if (access.write(deadline, statements -> statements.claim(name, ours))) {
                  return Optional.of(true);
                }
                return holder(deadline, name)
                    .flatMap(holder -> contest(deadline, name, holder, ours, watch));
              });
    } catch (ProviderUnavailableException e) {
      // Nobody sees a claim: for the caller nothing has happened.
      throw Failures.with(Effect.NONE, e);
    }
  }

  Optional<Claim> holder(Deadline deadline, String name) {
    return access.read(deadline, statements -> statements.claimed(name)).stream()
        .findFirst()
        .map(Claim::of);
  }

  private Optional<Boolean> contest(
      Deadline deadline, String name, Claim holder, Claim ours, Watch watch) {
    if (holder.attempt().equals(ours.attempt())) {
      return Optional.of(true);
    }
    Optional<TokenRow> row =
        access.read(deadline, statements -> statements.attempt(holder)).stream()
            .map(TokenRow::new)
            .filter(TokenRow::isThere)
            .findFirst();
    if (row.isEmpty()) {
      if (watch.hasSeenFor(PATIENCE, holder)) {
        access.write(deadline, statements -> statements.abort(holder));
      }
      return Optional.empty();
    }
    if (row.get().isLive()) {
      return Optional.of(false);
    }
    return access.write(deadline, statements -> statements.takeOver(name, holder, ours))
        ? Optional.of(true)
        : Optional.empty();
  }

  /** Gives names back. If that fails they are taken over when they are wanted. */
  void release(Deadline deadline, Map<String, UUID> holders) {
    int left =
        access.writeLeisurely(
            deadline,
            holders.entrySet().stream()
                .map(
                    holder ->
                        (Query)
                            statements -> statements.release(holder.getKey(), holder.getValue()))
                .toList());
    if (left > 0) {
      LOG.log(Level.DEBUG, "{0} claims were not given back, and wait to be taken over", left);
    }
  }

  /** Since when one holder has been seen, by the clock of this machine alone. */
  private static final class Watch {

    private Optional<Claim> seen = Optional.empty();
    private long since;

    boolean hasSeenFor(Duration patience, Claim holder) {
      if (!seen.equals(Optional.of(holder))) {
        seen = Optional.of(holder);
        since = System.nanoTime();
      }
      return System.nanoTime() - since >= patience.toNanos();
    }
  }
}
