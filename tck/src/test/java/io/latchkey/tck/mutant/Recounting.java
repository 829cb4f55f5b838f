package io.latchkey.tck.mutant;

import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A store that counts events itself, and rightly so; what overrides it counts in one way wrongly.
 * All that is overridden is called under the lock of the counts.
 */
class Recounting extends ForwardingTokenStore {

  /** Shared by the stores of a backend, and their lock. */
  static final class Counts {
    final Map<Object, Long> last = new HashMap<>();

    /** Of every token that was ever created. */
    final Map<Long, Long> sequences = new HashMap<>();
  }

  final Counts counts;

  Recounting(TokenStore store, Counts counts) {
    super(store);
    this.counts = counts;
  }

  /** What is counted together. */
  Object counterOf(TokenOwner owner) {
    return owner;
  }

  /** Counts events, and answers the number of the last of them. */
  long count(TokenOwner owner, long events) {
    return counts.last.merge(counterOf(owner), events, Long::sum);
  }

  long countCreation(NewToken token) {
    return count(token.owner(), 1);
  }

  void refused(NewToken token) {}

  void notRemoved(TokenOwner owner, long tokenId) {}

  void countRemovals(TokenOwner owner, long removed) {
    if (removed > 0) {
      count(owner, removed);
    }
  }

  @Override
  public CreateResult create(NewToken token) {
    synchronized (counts) {
      CreateResult result = super.create(token);
      if (result instanceof CreateResult.Created created) {
        long sequence = countCreation(token);
        counts.sequences.put(token.tokenId(), sequence);
        return new CreateResult.Created(recounted(created.token()));
      }
      refused(token);
      return result;
    }
  }

  @Override
  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
    synchronized (counts) {
      Optional<Removal> removal = super.remove(owner, tokenId, at);
      if (removal.isEmpty()) {
        notRemoved(owner, tokenId);
      }
      return removal.map(event -> new Removal(count(owner, 1), event.date()));
    }
  }

  @Override
  public long removeAll(TokenOwner owner, Instant at) {
    synchronized (counts) {
      long removed = super.removeAll(owner, at);
      countRemovals(owner, removed);
      return removed;
    }
  }

  @Override
  public Optional<StoredToken> findByDigest(TokenDigest digest) {
    return super.findByDigest(digest).map(this::recounted);
  }

  @Override
  public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
    return super.get(owner, tokenId).map(this::recounted);
  }

  @Override
  public TokenPage list(TokenQuery query) {
    TokenPage page = super.list(query);
    return Rereading.withTokens(page, page.tokens().stream().map(this::recounted).toList());
  }

  private StoredToken recounted(StoredToken token) {
    synchronized (counts) {
      return Rereading.withSequence(
          token, counts.sequences.getOrDefault(token.tokenId(), token.sequence()));
    }
  }
}
