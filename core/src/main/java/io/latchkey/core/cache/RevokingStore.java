package io.latchkey.core.cache;

import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.util.Optional;

/**
 * A store by which this node removes tokens, so that it knows at once that they are gone: also when
 * the store could not tell whether they are.
 */
public final class RevokingStore extends ForwardingTokenStore {

  private final Revocations revocations;

  /**
   * Creates it.
   *
   * @param store what keeps the tokens
   * @param revocations what is told of removals
   */
  public RevokingStore(TokenStore store, Revocations revocations) {
    super(store);
    this.revocations = revocations;
  }

  @Override
  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
    try {
      return super.remove(owner, tokenId, at);
    } finally {
      revocations.ofToken(tokenId);
    }
  }

  @Override
  public long removeAll(TokenOwner owner, Instant at) {
    try {
      return super.removeAll(owner, at);
    } finally {
      revocations.ofOwner(owner);
    }
  }
}
