package io.latchkey.tck.memory;

import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TokenStoreBackend;
import java.util.Set;

/** A store in memory is its own backend. */
public final class InMemoryTokenStoreBackend implements TokenStoreBackend {

  private final InMemoryTokenStore store = new InMemoryTokenStore();

  public InMemoryTokenStoreBackend() {}

  @Override
  public TokenStore open() {
    return store;
  }

  @Override
  public void interrupt() {
    store.fail(Effect.NONE);
  }

  @Override
  public void restore() {
    store.recover();
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.LAST_USE, Feature.CHANGES);
  }

  @Override
  public void close() {}
}
