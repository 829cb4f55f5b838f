package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.sharing;

import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.RecentRemovals;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Stores whose news of removals is wrong. */
final class RecentRemovalsMutants {

  private RecentRemovalsMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        telling(
            "TS-94",
            "only what was removed one by one is told",
            "ids after remove() of one of three and removeAll()",
            (store, removals, removed) -> removed.retainAll(removals.threads.keySet())),
        telling(
            "TS-95",
            "what was told is not told again",
            "asked for again",
            (store, removals, removed) -> removed.removeIf(id -> !removals.told.add(id))),
        telling(
            "TS-96",
            "a removal that was refused is told",
            "ids after a duplicate, and a removal of no token",
            (store, removals, removed) -> removed.addAll(removals.refused)),
        telling(
            "TS-99",
            "what a second thread removes is not told",
            "ids of the removals that a reader saw",
            (store, removals, removed) -> {
              Thread first = removals.first.get();
              removed.removeIf(id -> removals.threads.getOrDefault(id, first) != first);
            }),
        telling(
            "TS-100",
            "what another store removes is not told",
            "removed by another store",
            (store, removals, removed) ->
                removed.removeIf(id -> removals.stores.getOrDefault(id, store) != store)));
  }

  /** Makes what is told wrong. */
  @FunctionalInterface
  private interface Telling {
    void spoil(TokenStore store, Removals removals, Set<Long> removed);
  }

  private static TokenMutant telling(String rule, String wrong, String seen, Telling telling) {
    return sharing(
        rule,
        wrong,
        seen,
        () -> {
          Removals removals = new Removals();
          return (right, backend) -> new Noting(right, removals, telling);
        });
  }

  /** What the stores over one backend were asked to remove one by one. */
  private static final class Removals {
    final Map<Long, Thread> threads = new ConcurrentHashMap<>();
    final Map<Long, TokenStore> stores = new ConcurrentHashMap<>();
    final Set<Long> refused = ConcurrentHashMap.newKeySet();
    final Set<Long> told = ConcurrentHashMap.newKeySet();
    final AtomicReference<Thread> first = new AtomicReference<>();
  }

  /** Notes what is removed by it, and tells something else. */
  private static final class Noting extends ForwardingTokenStore {

    private final Removals removals;
    private final Telling telling;

    Noting(TokenStore right, Removals removals, Telling telling) {
      super(right);
      this.removals = removals;
      this.telling = telling;
    }

    @Override
    public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
      removals.first.compareAndSet(null, Thread.currentThread());
      removals.threads.putIfAbsent(tokenId, Thread.currentThread());
      removals.stores.putIfAbsent(tokenId, this);
      Optional<Removal> removal = super.remove(owner, tokenId, at);
      if (removal.isEmpty()) {
        removals.refused.add(tokenId);
      }
      return removal;
    }

    @Override
    public Optional<RecentRemovals> recentRemovals() {
      RecentRemovals right = super.recentRemovals().orElseThrow();
      return Optional.of(
          new RecentRemovals() {
            @Override
            public Set<Long> within(Duration window) {
              Set<Long> removed = new HashSet<>(right.within(window));
              telling.spoil(Noting.this, removals, removed);
              return removed;
            }
          });
    }
  }
}
