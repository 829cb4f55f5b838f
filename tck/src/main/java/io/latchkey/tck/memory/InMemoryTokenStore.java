package io.latchkey.tck.memory;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.LastUseRecorder;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.RecentRemovals;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A token store in the memory of the process, with every optional feature. Several stores can be
 * had over the same tokens.
 *
 * <p>Thread-safe.
 */
public final class InMemoryTokenStore implements TokenStore {

  private static final Duration LONGEST_WINDOW = Duration.ofMinutes(10);

  private final InMemoryTokens tokens;

  /** Shared by the stores over the same tokens: they fail together. */
  private final Availability backend;

  private volatile boolean closed;

  /** Creates an empty store. */
  public InMemoryTokenStore() {
    this(new InMemoryTokens(), new Availability());
  }

  private InMemoryTokenStore(InMemoryTokens tokens, Availability backend) {
    this.tokens = tokens;
    this.backend = backend;
  }

  /**
   * Creates a further store over the same tokens, as another node of a host has it. Works after
   * this one was closed too.
   *
   * @return a store that is open
   */
  public InMemoryTokenStore another() {
    return new InMemoryTokenStore(tokens, backend);
  }

  /**
   * Makes every call fail until {@link #recover()}, on all stores over the same tokens. Nothing is
   * changed by a call that fails.
   *
   * @param effect what a write says of its effect; a read always says {@link Effect#NONE}
   */
  public void fail(Effect effect) {
    backend.fail(effect);
  }

  /**
   * Makes the next write do its work and then fail with {@link Effect#UNKNOWN}, as if its answer
   * were lost on the way.
   */
  public void loseNextAnswer() {
    backend.loseNextAnswer();
  }

  /** Ends what {@link #fail} and {@link #loseNextAnswer} have begun. */
  public void recover() {
    backend.recover();
  }

  @Override
  public CheckResult check() {
    requireOpen();
    return backend.check();
  }

  @Override
  public CreateResult create(NewToken token) {
    requireNonNull(token, "token");
    return write(() -> tokens.create(token));
  }

  @Override
  public Optional<StoredToken> findByDigest(TokenDigest digest) {
    requireNonNull(digest, "digest");
    return read(() -> tokens.findByDigest(digest));
  }

  @Override
  public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
    requireNonNull(owner, "owner");
    requirePositive(tokenId, "tokenId");
    return read(() -> tokens.get(owner, tokenId));
  }

  @Override
  public TokenPage list(TokenQuery query) {
    requireNonNull(query, "query");
    return read(() -> tokens.list(query));
  }

  @Override
  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
    requireNonNull(owner, "owner");
    requirePositive(tokenId, "tokenId");
    requireWholeMicros(at, "at");
    return write(() -> tokens.remove(owner, tokenId, at));
  }

  @Override
  public long removeAll(TokenOwner owner, Instant at) {
    requireNonNull(owner, "owner");
    requireWholeMicros(at, "at");
    return write(() -> tokens.removeAll(owner));
  }

  @Override
  public int removeExpired(Instant before, int limit) {
    requireWholeMicros(before, "before");
    requirePositive(limit, "limit");
    return write(() -> tokens.removeExpired(before, limit));
  }

  @Override
  public Optional<LastUseRecorder> lastUse() {
    return Optional.of(new LastUses());
  }

  @Override
  public Optional<RecentRemovals> recentRemovals() {
    return Optional.of(new Removals());
  }

  @Override
  public void close() {
    closed = true;
  }

  private <T> T read(Supplier<T> work) {
    requireOpen();
    backend.beforeRead();
    return work.get();
  }

  private <T> T write(Supplier<T> work) {
    requireOpen();
    backend.beforeWrite();
    T answer = work.get();
    backend.afterWrite();
    return answer;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the provider is closed");
    }
  }

  private static void requirePositive(long number, String name) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more: " + number);
    }
  }

  private static void requireWholeMicros(Instant instant, String name) {
    if (!requireNonNull(instant, name).truncatedTo(ChronoUnit.MICROS).equals(instant)) {
      throw new IllegalArgumentException(name + " must be in whole microseconds: " + instant);
    }
  }

  private final class LastUses implements LastUseRecorder {

    @Override
    public void record(long tokenId, Instant at) {
      requirePositive(tokenId, "tokenId");
      requireWholeMicros(at, "at");
      write(
          () -> {
            tokens.recordUse(tokenId, at);
            return true;
          });
    }

    @Override
    public Optional<Instant> of(long tokenId) {
      requirePositive(tokenId, "tokenId");
      return read(() -> tokens.lastUse(tokenId));
    }
  }

  private final class Removals implements RecentRemovals {

    @Override
    public Set<Long> within(Duration window) {
      if (requireNonNull(window, "window").isNegative()
          || window.isZero()
          || window.compareTo(LONGEST_WINDOW) > 0) {
        throw new IllegalArgumentException("window must be more than 0, at most 10 minutes");
      }
      return read(tokens::removed);
    }
  }
}
