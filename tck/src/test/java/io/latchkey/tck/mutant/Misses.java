package io.latchkey.tck.mutant;

import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenStore;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A store that remembers which digests it has not found. */
abstract class Misses extends ForwardingTokenStore {

  private final Set<TokenDigest> missing = ConcurrentHashMap.newKeySet();

  Misses(TokenStore store) {
    super(store);
  }

  /** A token with this digest was created by this store. */
  abstract void created(TokenDigest digest);

  final void forget(TokenDigest digest) {
    missing.remove(digest);
  }

  @Override
  public CreateResult create(NewToken token) {
    CreateResult result = super.create(token);
    created(token.digest());
    return result;
  }

  @Override
  public Optional<StoredToken> findByDigest(TokenDigest digest) {
    Optional<StoredToken> found = super.findByDigest(digest);
    if (found.isEmpty()) {
      missing.add(digest);
    }
    return missing.contains(digest) ? Optional.empty() : found;
  }
}
