package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.over;
import static io.latchkey.tck.mutant.TokenMutant.sharing;
import static io.latchkey.tck.mutant.TokenMutant.simple;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stores that are opened, checked and closed wrongly, or fail in the wrong way. */
final class LifecycleMutants {

  /** Longer than the time limit of the backend in memory. */
  private static final long TOO_LONG_MILLIS = 1200;

  private LifecycleMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        sharing(
            "TS-78",
            "check does not open what is not open yet",
            "not open yet",
            () ->
                (right, backend) ->
                    new ForwardingTokenStore(right) {
                      private final AtomicBoolean open = new AtomicBoolean();

                      @Override
                      public CreateResult create(NewToken token) {
                        open.set(true);
                        return super.create(token);
                      }

                      @Override
                      public CheckResult check() {
                        CheckResult result = super.check();
                        return open.get() || backend.wasAway()
                            ? result
                            : CheckResult.failed("not open yet");
                      }
                    }),
        simple(
            "TS-79",
            "the second close fails",
            "the second close()",
            right ->
                new ForwardingTokenStore(right) {
                  private final AtomicBoolean closed = new AtomicBoolean();

                  @Override
                  public void close() {
                    if (closed.getAndSet(true)) {
                      throw new IllegalStateException("the store is closed");
                    }
                    super.close();
                  }
                }),
        simple(
            "TS-80",
            "findByDigest answers absent after close",
            "findByDigest after close()",
            right ->
                new ForwardingTokenStore(right) {
                  private volatile boolean closed;

                  @Override
                  public Optional<StoredToken> findByDigest(TokenDigest digest) {
                    return closed ? Optional.empty() : super.findByDigest(digest);
                  }

                  @Override
                  public void close() {
                    closed = true;
                    super.close();
                  }
                }),
        simple(
            "TS-81",
            "no digest finds no token",
            "null as digest",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public Optional<StoredToken> findByDigest(TokenDigest digest) {
                    return digest == null ? Optional.empty() : super.findByDigest(digest);
                  }
                }),
        simple(
            "TS-82",
            "a sweep by nanoseconds is rounded",
            "a value out of range as before",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public int removeExpired(Instant before, int limit) {
                    return super.removeExpired(
                        before == null
                            ? null
                            : before.truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                        limit);
                  }
                }),
        simple(
            "TS-83",
            "a store connects when it is made",
            "the provider threw " + ProviderUnavailableException.class.getName(),
            right -> {
              if (!right.check().isOk()) {
                throw new ProviderUnavailableException("cannot connect", Effect.NONE, null);
              }
              return right;
            }),
        simple(
            "TS-84",
            "findByDigest answers absent while the backend is away",
            "what findByDigest throws",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public Optional<StoredToken> findByDigest(TokenDigest digest) {
                    try {
                      return super.findByDigest(digest);
                    } catch (ProviderUnavailableException e) {
                      return Optional.empty();
                    }
                  }
                }),
        simple(
            "TS-85",
            "get waits for its backend longer than it should",
            "time that get took",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
                    try {
                      return super.get(owner, tokenId);
                    } catch (ProviderUnavailableException e) {
                      waitTooLong();
                      throw e;
                    }
                  }
                }),
        simple(
            "TS-86",
            "check throws while the backend is away",
            "the provider threw " + ProviderUnavailableException.class.getName(),
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public CheckResult check() {
                    CheckResult result = super.check();
                    if (!result.isOk()) {
                      throw new ProviderUnavailableException("it is away", Effect.NONE, null);
                    }
                    return result;
                  }
                }),
        simple(
            "TS-87",
            "a create that fails with no effect is made up for later",
            "a create that failed with the effect NONE is not done",
            Belated::new),
        simple(
            "TS-88",
            "findByDigest does not work again after it has failed",
            "the connection is broken",
            right ->
                new ForwardingTokenStore(right) {
                  private volatile boolean broken;

                  @Override
                  public Optional<StoredToken> findByDigest(TokenDigest digest) {
                    if (broken) {
                      throw new ProviderUnavailableException(
                          "the connection is broken", Effect.NONE, null);
                    }
                    try {
                      return super.findByDigest(digest);
                    } catch (ProviderUnavailableException e) {
                      broken = true;
                      throw e;
                    }
                  }
                }),
        over(
            "TS-102",
            "the latest of ten and more tokens is lost with the backend",
            "ids of what was acknowledged before",
            Forgetful::new));
  }

  private static void waitTooLong() {
    try {
      if (new CountDownLatch(1).await(TOO_LONG_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nobody counts down");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Belated extends ForwardingTokenStore {

    private final ConcurrentLinkedQueue<NewToken> missed = new ConcurrentLinkedQueue<>();

    Belated(TokenStore store) {
      super(store);
    }

    @Override
    public CreateResult create(NewToken token) {
      try {
        return super.create(token);
      } catch (ProviderUnavailableException e) {
        missed.add(token);
        throw e;
      }
    }

    @Override
    public CheckResult check() {
      CheckResult result = super.check();
      while (result.isOk() && !missed.isEmpty()) {
        super.create(missed.remove());
      }
      return result;
    }
  }

  private static final class Forgetful extends MutantBackend {

    Forgetful() {
      super((right, backend) -> right);
    }

    @Override
    public void interrupt() {
      if (creations().count() >= 10) {
        try (TokenStore store = open()) {
          List<StoredToken> all = listed(store);
          StoredToken latest = all.get(all.size() - 1);
          store.remove(latest.owner(), latest.tokenId(), latest.creationDate());
        }
      }
      super.interrupt();
    }
  }
}
