package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.sharing;

import io.latchkey.spi.token.ChangeFeed;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition.Comparison;
import io.latchkey.spi.token.TokenCondition.Expires;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Stores whose feed of changes is wrong. */
final class ChangesMutants {

  private ChangesMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        sharing(
            "TS-94",
            "a sweep is not told",
            "changes, in order",
            () -> {
              Set<Long> swept = ConcurrentHashMap.newKeySet();
              return (right, backend) ->
                  new Sweeping(
                      right,
                      swept,
                      feed ->
                          new Telling(feed) {
                            @Override
                            boolean isTold(Change change) {
                              return change.kind() == Kind.CREATED
                                  || !swept.contains(change.tokenId());
                            }
                          });
            }),
        feeding(
            "TS-95",
            "the latest position is that of the latest creation",
            "latest()",
            (right, backend, feed) ->
                new Telling(feed) {
                  @Override
                  public long latest() {
                    return right(0).stream()
                        .filter(change -> change.kind() == Kind.CREATED)
                        .mapToLong(Change::position)
                        .max()
                        .orElse(0);
                  }
                }),
        feeding(
            "TS-96",
            "the newest changes come first",
            "ids of the first change of two",
            (right, backend, feed) ->
                new Telling(feed) {
                  @Override
                  public Optional<List<Change>> since(long position, int limit) {
                    return super.since(position, limit)
                        .map(changes -> right(position))
                        .map(all -> all.subList(Math.max(0, all.size() - limit), all.size()));
                  }
                }),
        sharing(
            "TS-97",
            "a refused token is told",
            "changes after a duplicate",
            () -> {
              List<NewToken> refused = new CopyOnWriteArrayList<>();
              return (right, backend) -> new Refusing(right, refused);
            }),
        feeding(
            "TS-98",
            "after a position that was never reached there is nothing new",
            "changes since a position that was never reached",
            (right, backend, feed) ->
                new Telling(feed) {
                  @Override
                  public Optional<List<Change>> since(long position, int limit) {
                    return Optional.of(super.since(position, limit).orElse(List.of()));
                  }
                }),
        sharing(
            "TS-99",
            "what a second thread creates is not told",
            "ids of the creations that a reader of the feed saw",
            () -> {
              AtomicReference<Thread> first = new AtomicReference<>();
              return (right, backend) ->
                  new Feeding(
                      right,
                      new Telling(right.changes().orElseThrow()) {
                        @Override
                        boolean isTold(Change change) {
                          Optional<Thread> thread =
                              backend
                                  .creation(change.tokenId())
                                  .map(MutantBackend.Creation::thread);
                          thread.ifPresent(writer -> first.compareAndSet(null, writer));
                          return thread.filter(writer -> writer != first.get()).isEmpty();
                        }
                      });
            }),
        feeding(
            "TS-100",
            "what another store creates is not told",
            "changes by this store and another",
            (right, backend, feed) ->
                new Telling(feed) {
                  @Override
                  boolean isTold(Change change) {
                    return backend
                        .creation(change.tokenId())
                        .filter(creation -> creation.by() != right)
                        .isEmpty();
                  }
                }));
  }

  /** Makes a wrong feed over the right one. */
  @FunctionalInterface
  private interface Feed {
    ChangeFeed over(TokenStore right, MutantBackend backend, ChangeFeed feed);
  }

  private static TokenMutant feeding(String rule, String wrong, String seen, Feed feed) {
    return sharing(
        rule,
        wrong,
        seen,
        () ->
            (right, backend) ->
                new Feeding(right, feed.over(right, backend, right.changes().orElseThrow())));
  }

  /** Has another feed. */
  private static class Feeding extends ForwardingTokenStore {

    private final ChangeFeed feed;

    Feeding(TokenStore right, ChangeFeed feed) {
      super(right);
      this.feed = feed;
    }

    @Override
    public Optional<ChangeFeed> changes() {
      return Optional.of(feed);
    }
  }

  /** Tells what it is let to. */
  private static class Telling implements ChangeFeed {

    private final ChangeFeed feed;

    Telling(ChangeFeed feed) {
      this.feed = feed;
    }

    boolean isTold(Change change) {
      return true;
    }

    final List<Change> right(long position) {
      return feed.since(position, Integer.MAX_VALUE).orElse(List.of());
    }

    @Override
    public long latest() {
      return feed.latest();
    }

    @Override
    public Optional<List<Change>> since(long position, int limit) {
      return feed.since(position, limit)
          .map(changes -> changes.stream().filter(this::isTold).toList());
    }
  }

  /** Remembers what it has swept. */
  private static final class Sweeping extends Feeding {

    private final TokenStore right;
    private final Set<Long> swept;

    Sweeping(TokenStore right, Set<Long> swept, java.util.function.UnaryOperator<ChangeFeed> feed) {
      super(right, feed.apply(right.changes().orElseThrow()));
      this.right = right;
      this.swept = swept;
    }

    @Override
    public int removeExpired(Instant before, int limit) {
      if (before != null) {
        MutantBackend.listed(right, new Expires(Comparison.BEFORE, before)).stream()
            .map(StoredToken::tokenId)
            .forEach(swept::add);
      }
      return super.removeExpired(before, limit);
    }
  }

  /** Tells of what it has refused. */
  private static final class Refusing extends ForwardingTokenStore {

    private final List<NewToken> refused;

    Refusing(TokenStore right, List<NewToken> refused) {
      super(right);
      this.refused = refused;
    }

    @Override
    public CreateResult create(NewToken token) {
      CreateResult result = super.create(token);
      if (result instanceof CreateResult.Duplicate) {
        refused.add(token);
      }
      return result;
    }

    @Override
    public Optional<ChangeFeed> changes() {
      return super.changes()
          .map(
              feed ->
                  new Telling(feed) {
                    @Override
                    public Optional<List<Change>> since(long position, int limit) {
                      return super.since(position, limit)
                          .map(changes -> withRefused(changes, feed));
                    }
                  });
    }

    private List<ChangeFeed.Change> withRefused(List<ChangeFeed.Change> changes, ChangeFeed feed) {
      List<ChangeFeed.Change> all = new ArrayList<>(changes);
      for (NewToken token : refused) {
        all.add(
            new ChangeFeed.Change(
                feed.latest() + 1, ChangeFeed.Kind.CREATED, token.tokenId(), token.owner()));
      }
      return all;
    }
  }
}
