package io.latchkey.spi.token;

import io.latchkey.spi.ProviderFactory;

/** Makes {@link TokenStore}s; found by {@link java.util.ServiceLoader}. */
public interface TokenStoreFactory extends ProviderFactory<TokenStore> {}
