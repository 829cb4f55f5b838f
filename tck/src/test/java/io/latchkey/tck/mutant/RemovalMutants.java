package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.sharing;
import static io.latchkey.tck.mutant.TokenMutant.simple;

import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.Comparison;
import io.latchkey.spi.token.TokenCondition.Expires;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;

/** Stores that remove wrongly. */
final class RemovalMutants {

  private static final Instant FAR_FUTURE = Instant.parse("9000-01-01T00:00:00Z");

  private RemovalMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        simple(
            "TS-25",
            "the date of a removal is rounded down to milliseconds, beyond the year 9000",
            "9999-12-31T23:59:59.999Z",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
                    return super.remove(owner, tokenId, at).map(RemovalMutants::rounded);
                  }
                }),
        sharing(
            "TS-26",
            "what get has found is forgotten when others remove it, not by one's own remove",
            "get after remove",
            () -> {
              List<Map<Long, StoredToken>> caches = new CopyOnWriteArrayList<>();
              return (right, backend) -> {
                Map<Long, StoredToken> own = new ConcurrentHashMap<>();
                caches.add(own);
                return new Remembering(right, own, caches);
              };
            }),
        simple(
            "TS-27",
            "remove tidies up what else has expired of the owner",
            "tokens that are left",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
                    Optional<Removal> removal = super.remove(owner, tokenId, at);
                    if (removal.isPresent()) {
                      expired(right, owner, at).forEach(id -> super.remove(owner, id, at));
                    }
                    return removal;
                  }
                }),
        simple(
            "TS-28",
            "remove does not find an expired token",
            "answer of remove for an expired token",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
                    return tokenId > 0 && isExpired(right, owner, tokenId, at)
                        ? Optional.empty()
                        : super.remove(owner, tokenId, at);
                  }
                }),
        sharing(
            "TS-29",
            "a removal of no token is counted",
            "sequence of the next token",
            () -> {
              Recounting.Counts counts = new Recounting.Counts();
              return (right, backend) ->
                  new Recounting(right, counts) {
                    @Override
                    void notRemoved(TokenOwner owner, long tokenId) {
                      if (!counts.sequences.containsKey(tokenId)) {
                        count(owner, 1);
                      }
                    }
                  };
            }),
        removing(
            "TS-30",
            "who has no token yet removes those of others of the organization",
            "remove of a token of",
            (asking, owner) -> asking.organizationId().equals(owner.organizationId())),
        removing(
            "TS-31",
            "who has no token yet removes those of the same user id",
            "remove of a token of",
            (asking, owner) -> asking.userId().equals(owner.userId())),
        sharing(
            "TS-32",
            "the count starts anew when the last token of a user is swept",
            "sequence of the next token",
            () -> {
              Recounting.Counts counts = new Recounting.Counts();
              return (right, backend) ->
                  new Recounting(right, counts) {
                    @Override
                    public int removeExpired(Instant before, int limit) {
                      int removed = super.removeExpired(before, limit);
                      backend
                          .creations()
                          .map(creation -> creation.token().owner())
                          .filter(owner -> isWithoutTokens(right, owner))
                          .forEach(counts.last::remove);
                      return removed;
                    }
                  };
            }),
        simple(
            "TS-33",
            "removeAll leaves expired tokens",
            "number of removed tokens",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public long removeAll(TokenOwner owner, Instant at) {
                    if (expired(right, owner, at).isEmpty()) {
                      return super.removeAll(owner, at);
                    }
                    return MutantBackend.listed(right, tokensOf(owner)).stream()
                        .filter(token -> !token.expirationDate().isBefore(at))
                        .filter(token -> remove(owner, token.tokenId(), at).isPresent())
                        .count();
                  }
                }),
        simple(
            "TS-34",
            "removeAll takes along what has expired of the user id in other organizations",
            "ids of what is left",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public long removeAll(TokenOwner owner, Instant at) {
                    long removed = super.removeAll(owner, at);
                    MutantBackend.listed(
                            right, new UserIs(owner.userId()), new Expires(Comparison.BEFORE, at))
                        .forEach(token -> remove(token.owner(), token.tokenId(), at));
                    return removed;
                  }
                }),
        sharing(
            "TS-35",
            "removeAll for a new user is counted",
            "sequence of the first token",
            () -> {
              Recounting.Counts counts = new Recounting.Counts();
              return (right, backend) ->
                  new Recounting(right, counts) {
                    @Override
                    void countRemovals(TokenOwner owner, long removed) {
                      super.countRemovals(owner, removed);
                      if (!counts.last.containsKey(owner)) {
                        count(owner, 1);
                      }
                    }
                  };
            }));
  }

  private static Removal rounded(Removal removal) {
    return removal.date().isBefore(FAR_FUTURE)
        ? removal
        : new Removal(removal.sequence(), removal.date().truncatedTo(ChronoUnit.MILLIS));
  }

  private static TokenCondition[] tokensOf(TokenOwner owner) {
    return new TokenCondition[] {
      new UserIs(owner.userId()), new OrganizationIs(owner.organizationId())
    };
  }

  private static List<Long> expired(TokenStore right, TokenOwner owner, Instant at) {
    return MutantBackend.listed(right, tokensOf(owner)).stream()
        .filter(token -> token.expirationDate().isBefore(at))
        .map(StoredToken::tokenId)
        .toList();
  }

  private static boolean isExpired(TokenStore right, TokenOwner owner, long tokenId, Instant at) {
    return at != null
        && at.isBefore(FAR_FUTURE)
        && right.get(owner, tokenId).filter(t -> t.expirationDate().isBefore(at)).isPresent();
  }

  private static boolean isWithoutTokens(TokenStore right, TokenOwner owner) {
    return MutantBackend.listed(right, tokensOf(owner)).isEmpty();
  }

  private static TokenMutant removing(
      String rule, String wrong, String seen, BiPredicate<TokenOwner, TokenOwner> alike) {
    return sharing(
        rule,
        wrong,
        seen,
        () ->
            (right, backend) ->
                new ForwardingTokenStore(right) {
                  @Override
                  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
                    Optional<Removal> removal = super.remove(owner, tokenId, at);
                    return removal.isEmpty() && !backend.knows(owner)
                        ? LookupMutants.foreign(right, owner, tokenId, alike)
                            .flatMap(token -> super.remove(token.owner(), tokenId, at))
                        : removal;
                  }
                });
  }

  /** Remembers what get has found, and tells the others what it has removed. */
  private static final class Remembering extends ForwardingTokenStore {

    private final Map<Long, StoredToken> own;
    private final List<Map<Long, StoredToken>> all;

    Remembering(TokenStore right, Map<Long, StoredToken> own, List<Map<Long, StoredToken>> all) {
      super(right);
      this.own = own;
      this.all = all;
    }

    @Override
    public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
      Optional<StoredToken> found = super.get(owner, tokenId);
      found.ifPresent(token -> own.put(tokenId, token));
      return Optional.ofNullable(own.get(tokenId)).filter(token -> token.owner().equals(owner));
    }

    @Override
    public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
      Optional<Removal> removal = super.remove(owner, tokenId, at);
      all.stream().filter(cache -> cache != own).forEach(cache -> cache.remove(tokenId));
      return removal;
    }

    @Override
    public long removeAll(TokenOwner owner, Instant at) {
      own.clear();
      return super.removeAll(owner, at);
    }

    @Override
    public int removeExpired(Instant before, int limit) {
      own.clear();
      return super.removeExpired(before, limit);
    }
  }
}
