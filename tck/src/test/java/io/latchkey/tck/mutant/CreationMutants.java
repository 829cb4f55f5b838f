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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stores that create wrongly. */
final class CreationMutants {

  private CreationMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        simple(
            "TS-1",
            "create answers a change a microsecond after the creation",
            "the token that create answers",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public CreateResult create(NewToken token) {
                    return super.create(token) instanceof CreateResult.Created created
                        ? new CreateResult.Created(changedLater(created.token()))
                        : new CreateResult.Duplicate();
                  }
                }),
        sharing(
            "TS-2",
            "a digest that was not found is forgotten when others create, not by one's own create",
            "findByDigest after create",
            () -> {
              List<Misses> stores = new CopyOnWriteArrayList<>();
              return (right, backend) -> {
                Misses store =
                    new Misses(right) {
                      @Override
                      void created(TokenDigest digest) {
                        stores.stream()
                            .filter(other -> other != this)
                            .forEach(other -> other.forget(digest));
                      }
                    };
                stores.add(store);
                return store;
              };
            }),
        sharing(
            "TS-3",
            "a token with an earlier date than the owner's latest is not counted",
            "sequence of one with an earlier date",
            () -> {
              Recounting.Counts counts = new Recounting.Counts();
              Map<TokenOwner, Instant> latest = new HashMap<>();
              return (right, backend) ->
                  new Recounting(right, counts) {
                    @Override
                    long countCreation(NewToken token) {
                      Instant before = latest.get(token.owner());
                      if (before != null && token.creationDate().isBefore(before)) {
                        return counts.last.get(token.owner());
                      }
                      latest.put(token.owner(), token.creationDate());
                      return super.countCreation(token);
                    }
                  };
            }),
        sharing(
            "TS-4",
            "events are counted by organization",
            "another user of the organization",
            () -> {
              Recounting.Counts counts = new Recounting.Counts();
              return (right, backend) ->
                  new Recounting(right, counts) {
                    @Override
                    Object counterOf(TokenOwner owner) {
                      return owner.organizationId();
                    }
                  };
            }),
        sharing(
            "TS-5",
            "events are counted by user id",
            "same id in another organization",
            () -> {
              Recounting.Counts counts = new Recounting.Counts();
              return (right, backend) ->
                  new Recounting(right, counts) {
                    @Override
                    Object counterOf(TokenOwner owner) {
                      return owner.userId();
                    }
                  };
            }),
        sharing(
            "TS-6",
            "create of a token that the same thread has created answers it again",
            "[answer]",
            () ->
                (right, backend) ->
                    new ForwardingTokenStore(right) {
                      @Override
                      public CreateResult create(NewToken token) {
                        CreateResult result = super.create(token);
                        boolean again =
                            result instanceof CreateResult.Duplicate
                                && backend
                                    .creation(token.tokenId())
                                    .filter(c -> c.token().equals(token))
                                    .filter(c -> c.thread() == Thread.currentThread())
                                    .isPresent();
                        return again
                            ? get(token.owner(), token.tokenId())
                                .<CreateResult>map(CreateResult.Created::new)
                                .orElse(result)
                            : result;
                      }
                    }),
        sharing(
            "TS-7",
            "the digest of a token that was refused for its id finds the one that has it",
            "the refused digest",
            () -> {
              Map<TokenDigest, TokenDigest> aliases = new ConcurrentHashMap<>();
              return (right, backend) ->
                  new ForwardingTokenStore(right) {
                    @Override
                    public CreateResult create(NewToken token) {
                      CreateResult result = super.create(token);
                      if (result instanceof CreateResult.Duplicate
                          && super.findByDigest(token.digest()).isEmpty()) {
                        backend
                            .creation(token.tokenId())
                            .ifPresent(c -> aliases.put(token.digest(), c.token().digest()));
                      }
                      return result;
                    }

                    @Override
                    public Optional<StoredToken> findByDigest(TokenDigest digest) {
                      Optional<StoredToken> found = super.findByDigest(digest);
                      return found.isEmpty() && aliases.containsKey(digest)
                          ? super.findByDigest(aliases.get(digest))
                          : found;
                    }
                  };
            }),
        sharing(
            "TS-8",
            "a token that is refused for its digest is counted",
            "sequence of the next token of the owner whose token was refused",
            () -> {
              Recounting.Counts counts = new Recounting.Counts();
              return (right, backend) ->
                  new Recounting(right, counts) {
                    @Override
                    void refused(NewToken token) {
                      if (!counts.sequences.containsKey(token.tokenId())) {
                        count(token.owner(), 1);
                      }
                    }
                  };
            }),
        sharing(
            "TS-9",
            "digests are compared by their bytes alone when a token is created",
            "create answered Duplicate",
            () ->
                (right, backend) ->
                    new ForwardingTokenStore(right) {
                      @Override
                      public CreateResult create(NewToken token) {
                        boolean sameBytes =
                            token != null
                                && backend
                                    .creations()
                                    .map(c -> c.token().digest())
                                    .filter(digest -> !digest.equals(token.digest()))
                                    .anyMatch(digest -> digest.hex().equals(token.digest().hex()));
                        return sameBytes ? new CreateResult.Duplicate() : super.create(token);
                      }
                    }),
        sharing(
            "TS-10",
            "the id of a removed token is never free again",
            "create answered Duplicate",
            () -> {
              Set<Long> tombstones = ConcurrentHashMap.newKeySet();
              return (right, backend) ->
                  new ForwardingTokenStore(right) {
                    @Override
                    public CreateResult create(NewToken token) {
                      return token != null && tombstones.contains(token.tokenId())
                          ? new CreateResult.Duplicate()
                          : super.create(token);
                    }

                    @Override
                    public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
                      Optional<Removal> removal = super.remove(owner, tokenId, at);
                      removal.ifPresent(event -> tombstones.add(tokenId));
                      return removal;
                    }
                  };
            }));
  }

  private static StoredToken changedLater(StoredToken token) {
    return Rereading.withDates(
        token, token.creationDate(), token.changeDate().plusNanos(1_000), token.expirationDate());
  }
}
