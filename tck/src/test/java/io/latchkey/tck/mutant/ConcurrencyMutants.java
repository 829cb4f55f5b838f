package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.sharing;

import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stores that are wrong for several threads. They tell the threads apart, so that they are wrong
 * for sure: a lost race would show now and then.
 */
final class ConcurrencyMutants {

  /** As many events of a user are counted rightly by all threads. */
  private static final long COLD = 100;

  private ConcurrencyMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        sharing(
            "TS-64",
            "others find what a thread has created only after its next call",
            "what other threads find right after create",
            () -> {
              Map<Thread, Set<TokenDigest>> pending = new HashMap<>();
              return (right, backend) -> new Buffering(right, pending);
            }),
        sharing(
            "TS-65",
            "get gives a token without its name to all threads but its creator's",
            "tokens that two threads read while another creates and removes them",
            () ->
                (right, backend) ->
                    new ForwardingTokenStore(right) {
                      @Override
                      public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
                        return super.get(owner, tokenId)
                            .map(
                                token ->
                                    isOwn(backend.creation(tokenId))
                                        ? token
                                        : Rereading.withTexts(
                                            token, token.scopes(), Optional.empty()));
                      }
                    }),
        sharing(
            "TS-66",
            "beyond a hundred events two threads get the same number one after the other",
            "sequences of 1,000 creates by two threads",
            () -> {
              Recounting.Counts counts = new Recounting.Counts();
              Map<TokenOwner, Thread> latest = new HashMap<>();
              return (right, backend) ->
                  new Recounting(right, counts) {
                    @Override
                    long countCreation(NewToken token) {
                      Thread before = latest.put(token.owner(), Thread.currentThread());
                      long last = counts.last.getOrDefault(token.owner(), 0L);
                      return last > COLD && before != Thread.currentThread()
                          ? last
                          : super.countCreation(token);
                    }
                  };
            }),
        sharing(
            "TS-67",
            "create of a token that another thread has created answers it again",
            "creates with one id or digest at once",
            () ->
                (right, backend) ->
                    new Serial(right) {
                      @Override
                      CreateResult refused(NewToken token) {
                        return backend
                            .creation(token.tokenId())
                            .filter(creation -> creation.token().equals(token))
                            .filter(creation -> creation.thread() != Thread.currentThread())
                            .<CreateResult>map(
                                c -> new CreateResult.Created(StoredToken.created(token, 1)))
                            .orElseGet(CreateResult.Duplicate::new);
                      }
                    }),
        sharing(
            "TS-68",
            "create with a digest that another thread has created answers Created",
            "creates with one id or digest at once",
            () ->
                (right, backend) ->
                    new Serial(right) {
                      @Override
                      CreateResult refused(NewToken token) {
                        return backend
                            .creation(token.digest())
                            .filter(c -> c.token().tokenId() != token.tokenId())
                            .filter(creation -> creation.thread() != Thread.currentThread())
                            .<CreateResult>map(
                                c -> new CreateResult.Created(StoredToken.created(token, 1)))
                            .orElseGet(CreateResult.Duplicate::new);
                      }
                    }),
        sharing(
            "TS-69",
            "remove answers the event of another thread again",
            "removals that 8 threads got",
            () -> {
              Map<Object, Answer<Optional<Removal>>> answers = new HashMap<>();
              return (right, backend) ->
                  new ForwardingTokenStore(right) {
                    @Override
                    public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
                      synchronized (answers) {
                        return repeated(
                            answers, tokenId, Optional.empty(), super.remove(owner, tokenId, at));
                      }
                    }
                  };
            }),
        sharing(
            "TS-70",
            "removeAll answers the number of another thread again",
            "tokens that all calls of removeAll say they removed",
            () -> {
              Map<Object, Answer<Long>> answers = new HashMap<>();
              return (right, backend) ->
                  new ForwardingTokenStore(right) {
                    @Override
                    public long removeAll(TokenOwner owner, Instant at) {
                      synchronized (answers) {
                        return repeated(answers, owner, 0L, super.removeAll(owner, at));
                      }
                    }
                  };
            }),
        sharing(
            "TS-71",
            "removeExpired answers the number of another thread again",
            "tokens that all calls of removeExpired say they removed",
            () -> {
              Map<Object, Answer<Integer>> answers = new HashMap<>();
              return (right, backend) ->
                  new ForwardingTokenStore(right) {
                    @Override
                    public int removeExpired(Instant before, int limit) {
                      synchronized (answers) {
                        return repeated(
                            answers, "the sweep", 0, super.removeExpired(before, limit));
                      }
                    }
                  };
            }));
  }

  private static boolean isOwn(Optional<MutantBackend.Creation> creation) {
    return creation.filter(c -> c.thread() != Thread.currentThread()).isEmpty();
  }

  /** What a thread was answered. */
  private record Answer<T>(Thread thread, T value) {}

  /** The answer, or that of another thread if it says that there was nothing to do. */
  private static <T> T repeated(Map<Object, Answer<T>> answers, Object key, T nothing, T answer) {
    Answer<T> earlier = answers.get(key);
    if (!answer.equals(nothing)) {
      answers.put(key, new Answer<>(Thread.currentThread(), answer));
      return answer;
    }
    return earlier != null && earlier.thread() != Thread.currentThread() ? earlier.value() : answer;
  }

  /** Creates one after the other, so that what a thread has created is known to the next. */
  private abstract static class Serial extends ForwardingTokenStore {

    Serial(TokenStore store) {
      super(store);
    }

    abstract CreateResult refused(NewToken token);

    @Override
    public synchronized CreateResult create(NewToken token) {
      CreateResult result = super.create(token);
      return result instanceof CreateResult.Duplicate ? refused(token) : result;
    }
  }

  /** Shows what it has created to other threads at the next call of the same thread. */
  private static final class Buffering extends ForwardingTokenStore {

    private final Map<Thread, Set<TokenDigest>> pending;

    Buffering(TokenStore store, Map<Thread, Set<TokenDigest>> pending) {
      super(store);
      this.pending = pending;
    }

    @Override
    public CreateResult create(NewToken token) {
      synchronized (pending) {
        pending.put(Thread.currentThread(), new HashSet<>());
        CreateResult result = super.create(token);
        pending.get(Thread.currentThread()).add(token.digest());
        return result;
      }
    }

    @Override
    public Optional<StoredToken> findByDigest(TokenDigest digest) {
      synchronized (pending) {
        pending.remove(Thread.currentThread());
        Optional<StoredToken> found = super.findByDigest(digest);
        return pending.values().stream().anyMatch(digests -> digests.contains(digest))
            ? Optional.empty()
            : found;
      }
    }
  }
}
