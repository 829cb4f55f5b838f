package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.sharing;
import static io.latchkey.tck.mutant.TokenMutant.simple;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stores that know too little of the others over the same backend, or disturb them. */
final class NodesMutants {

  private NodesMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        simple(
            "TS-72",
            "a digest that was not found is forgotten by one's own create only",
            "findByDigest, other store",
            right ->
                new Misses(right) {
                  @Override
                  void created(TokenDigest digest) {
                    forget(digest);
                  }
                }),
        simple(
            "TS-73",
            "a token that was found is forgotten by one's own removals only",
            "findByDigest, other store",
            Hits::new),
        sharing(
            "TS-74",
            "a store counts alone, from where the count was when it first met the user",
            "sequence by the first store again",
            () -> {
              Recounting.Counts counts = new Recounting.Counts();
              return (right, backend) -> {
                Map<TokenOwner, Long> own = new HashMap<>();
                return new Recounting(right, counts) {
                  @Override
                  long count(TokenOwner owner, long events) {
                    long shared = counts.last.getOrDefault(owner, 0L);
                    long next = own.getOrDefault(owner, shared) + events;
                    own.put(owner, next);
                    counts.last.put(owner, Math.max(shared, next));
                    return next;
                  }
                };
              };
            }),
        simple(
            "TS-75",
            "a store takes its own cursors only",
            "the cursor is not of this store",
            right -> {
              Set<String> own = ConcurrentHashMap.newKeySet();
              return new ForwardingTokenStore(right) {
                @Override
                public TokenPage list(TokenQuery query) {
                  TokenPage page = super.list(query);
                  if (query.cursor().filter(cursor -> !own.contains(cursor)).isPresent()) {
                    throw new IllegalArgumentException("the cursor is not of this store");
                  }
                  page.next().ifPresent(own::add);
                  return page;
                }
              };
            }),
        sharing(
            "TS-76",
            "close of one store closes the others that are open",
            "the shared client is closed",
            () -> {
              AtomicInteger closed = new AtomicInteger();
              return (right, backend) -> {
                int before = closed.get();
                return new ForwardingTokenStore(right) {
                  @Override
                  public CreateResult create(NewToken token) {
                    if (closed.get() > before) {
                      throw new IllegalStateException("the shared client is closed");
                    }
                    return super.create(token);
                  }

                  @Override
                  public void close() {
                    closed.incrementAndGet();
                    super.close();
                  }
                };
              };
            }),
        sharing(
            "TS-77",
            "the index of what a store has created is lost when it is closed",
            "findByDigest of the next",
            () -> {
              Set<TokenStore> closed = ConcurrentHashMap.newKeySet();
              return (right, backend) ->
                  new ForwardingTokenStore(right) {
                    @Override
                    public Optional<StoredToken> findByDigest(TokenDigest digest) {
                      Optional<StoredToken> found = super.findByDigest(digest);
                      return backend.creation(digest).filter(c -> closed.contains(c.by())).isEmpty()
                          ? found
                          : Optional.empty();
                    }

                    @Override
                    public void close() {
                      closed.add(right);
                      super.close();
                    }
                  };
            }));
  }

  /** Remembers what it has found. */
  private static final class Hits extends ForwardingTokenStore {

    private final Map<TokenDigest, StoredToken> found = new ConcurrentHashMap<>();

    Hits(TokenStore store) {
      super(store);
    }

    @Override
    public Optional<StoredToken> findByDigest(TokenDigest digest) {
      Optional<StoredToken> now = super.findByDigest(digest);
      now.ifPresent(token -> found.put(digest, token));
      return Optional.ofNullable(found.get(digest));
    }

    @Override
    public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
      Optional<Removal> removal = super.remove(owner, tokenId, at);
      found.clear();
      return removal;
    }

    @Override
    public long removeAll(TokenOwner owner, Instant at) {
      long removed = super.removeAll(owner, at);
      found.clear();
      return removed;
    }

    @Override
    public int removeExpired(Instant before, int limit) {
      int removed = super.removeExpired(before, limit);
      found.clear();
      return removed;
    }
  }
}
