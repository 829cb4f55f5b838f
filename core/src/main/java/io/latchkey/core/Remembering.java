package io.latchkey.core;

import io.latchkey.core.cache.RecentPermissions;
import io.latchkey.core.cache.RecentUsers;
import io.latchkey.core.cache.RevocationWatch;
import io.latchkey.core.cache.Revocations;
import io.latchkey.core.cache.RevokingStore;
import io.latchkey.core.provider.Providers;
import io.latchkey.core.service.VerdictCache;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The providers as the services see them: asked at each request, or with what was learned from them
 * within the {@code revocation-bound} in front of them.
 */
record Remembering(
    Providers providers,
    @Nullable VerdictCache verdicts,
    Runnable directoryChanged,
    Optional<RevocationWatch> watch) {

  /** Nothing is remembered. */
  static Remembering nothing(Providers providers) {
    return new Remembering(providers, null, () -> {}, Optional.empty());
  }

  /**
   * What was learned is remembered for a time, as it passes by a source of nanoseconds; with zero
   * for it, nothing is.
   */
  static Remembering within(
      Duration bound, int size, Providers providers, LongSupplier nanos, Clock clock) {
    if (bound.isZero()) {
      return nothing(providers);
    }
    Revocations revocations = new Revocations(bound, nanos, clock);
    return new Remembering(
        new Providers(
            new RevokingStore(providers.store(), revocations),
            new RecentUsers(providers.directory(), size, revocations),
            new RecentPermissions(providers.permissions(), size, revocations)),
        new VerdictCache(size, revocations),
        revocations::ofEverything,
        Optional.of(new RevocationWatch(revocations, providers.store().recentRemovals(), bound)));
  }
}
