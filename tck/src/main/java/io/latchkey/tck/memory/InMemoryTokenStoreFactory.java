package io.latchkey.tck.memory;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.spi.token.TokenStoreFactory;
import java.util.function.Supplier;

/** Makes an {@link InMemoryTokenStore}; its id is {@code memory}. */
public final class InMemoryTokenStoreFactory implements TokenStoreFactory {

  private final Supplier<InMemoryTokenStore> stores;

  /** Makes a new store at each call. */
  public InMemoryTokenStoreFactory() {
    this.stores = InMemoryTokenStore::new;
  }

  /**
   * Hands out one store, so that a test can reach what its host works with.
   *
   * @param store what every call of {@link #create} returns; the host will close it
   */
  public InMemoryTokenStoreFactory(InMemoryTokenStore store) {
    requireNonNull(store, "store");
    this.stores = () -> store;
  }

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public TokenStore create(ProviderContext context) {
    requireNonNull(context, "context");
    return stores.get();
  }
}
