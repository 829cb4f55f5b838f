package io.latchkey.spi.token;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.CheckResult;
import java.time.Instant;
import java.util.Optional;

/**
 * Hands every call on to another store: the base of decorators, which then override what they
 * change. It also hands on what a later version of {@link TokenStore} adds.
 *
 * <p>As thread-safe as the other store.
 */
public abstract class ForwardingTokenStore implements TokenStore {

  private final TokenStore delegate;

  /**
   * Creates a decorator.
   *
   * @param delegate the store that gets the calls; closed by {@link #close()}
   */
  protected ForwardingTokenStore(TokenStore delegate) {
    this.delegate = requireNonNull(delegate, "delegate");
  }

  @Override
  public CheckResult check() {
    return delegate.check();
  }

  @Override
  public CreateResult create(NewToken token) {
    return delegate.create(token);
  }

  @Override
  public Optional<StoredToken> findByDigest(TokenDigest digest) {
    return delegate.findByDigest(digest);
  }

  @Override
  public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
    return delegate.get(owner, tokenId);
  }

  @Override
  public TokenPage list(TokenQuery query) {
    return delegate.list(query);
  }

  @Override
  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
    return delegate.remove(owner, tokenId, at);
  }

  @Override
  public long removeAll(TokenOwner owner, Instant at) {
    return delegate.removeAll(owner, at);
  }

  @Override
  public int removeExpired(Instant before, int limit) {
    return delegate.removeExpired(before, limit);
  }

  @Override
  public Optional<LastUseRecorder> lastUse() {
    return delegate.lastUse();
  }

  @Override
  public Optional<RecentRemovals> recentRemovals() {
    return delegate.recentRemovals();
  }

  @Override
  public void close() {
    delegate.close();
  }
}
