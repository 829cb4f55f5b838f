package ${package};

import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.spi.token.TokenStoreFactory;

/**
 * Makes {@link ${providerName}TokenStore}s.
 *
 * <p>Keys of your own: return {@link io.latchkey.spi.ConfigKey}s from {@code keys()}, and read them
 * by {@code context.config()}. The operator sets the key {@code x} as {@code ${providerId}.x}.
 */
public final class ${providerName}TokenStoreFactory implements TokenStoreFactory {

  @Override
  public String id() {
    return "${providerId}";
  }

  /** Does no I/O: the first operation of the store opens what it needs. */
  @Override
  public TokenStore create(ProviderContext context) {
    return new ${providerName}TokenStore();
  }
}
