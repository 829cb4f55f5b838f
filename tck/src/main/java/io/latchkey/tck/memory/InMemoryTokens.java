package io.latchkey.tck.memory;

import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the stores of one backend in memory share: tokens, counters, last uses and removals. One
 * lock guards everything: it is made to be right, not fast. Thread-safe.
 */
final class InMemoryTokens {

  private record Entry(StoredToken token, TokenDigest digest) {}

  private final Pages pages = new Pages();
  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private final Map<TokenDigest, Long> ids = new HashMap<>();
  private final Map<TokenOwner, Long> sequences = new HashMap<>();
  private final Map<Long, Instant> uses = new HashMap<>();
  private final Set<Long> removed = new HashSet<>();

  synchronized CreateResult create(NewToken token) {
    if (entries.containsKey(token.tokenId()) || ids.containsKey(token.digest())) {
      return new CreateResult.Duplicate();
    }
    StoredToken stored = StoredToken.created(token, nextSequence(token.owner()));
    entries.put(token.tokenId(), new Entry(stored, token.digest()));
    ids.put(token.digest(), token.tokenId());
    return new CreateResult.Created(stored);
  }

  synchronized Optional<StoredToken> findByDigest(TokenDigest digest) {
    return Optional.ofNullable(ids.get(digest)).map(entries::get).map(Entry::token);
  }

  synchronized Optional<StoredToken> get(TokenOwner owner, long tokenId) {
    return Optional.ofNullable(entries.get(tokenId))
        .map(Entry::token)
        .filter(token -> token.owner().equals(owner));
  }

  TokenPage list(TokenQuery query) {
    List<StoredToken> tokens;
    synchronized (this) {
      tokens = entries.values().stream().map(Entry::token).toList();
    }
    return pages.page(tokens, query);
  }

  synchronized Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
    Entry entry = entries.get(tokenId);
    if (entry == null || !entry.token().owner().equals(owner)) {
      return Optional.empty();
    }
    discard(entry);
    return Optional.of(new Removal(nextSequence(owner), at));
  }

  synchronized int removeAll(TokenOwner owner) {
    int removed = discardUpTo(Integer.MAX_VALUE, token -> token.owner().equals(owner));
    if (removed > 0) {
      sequences.merge(owner, (long) removed, Long::sum);
    }
    return removed;
  }

  synchronized int removeExpired(Instant before, int limit) {
    return discardUpTo(limit, token -> token.expirationDate().isBefore(before));
  }

  private int discardUpTo(int limit, Predicate<StoredToken> condition) {
    List<Entry> found =
        entries.values().stream()
            .filter(entry -> condition.test(entry.token()))
            .limit(limit)
            .toList();
    found.forEach(this::discard);
    return found.size();
  }

  private void discard(Entry entry) {
    entries.remove(entry.token().tokenId());
    ids.remove(entry.digest());
    uses.remove(entry.token().tokenId());
    removed.add(entry.token().tokenId());
  }

  private long nextSequence(TokenOwner owner) {
    return sequences.merge(owner, 1L, Long::sum);
  }

  synchronized void recordUse(long tokenId, Instant at) {
    if (entries.containsKey(tokenId)) {
      uses.merge(tokenId, at, (old, use) -> use.isAfter(old) ? use : old);
    }
  }

  synchronized Optional<Instant> lastUse(long tokenId) {
    return Optional.ofNullable(uses.get(tokenId));
  }

  /** Ever, which is within any window. */
  synchronized Set<Long> removed() {
    return Set.copyOf(removed);
  }
}
