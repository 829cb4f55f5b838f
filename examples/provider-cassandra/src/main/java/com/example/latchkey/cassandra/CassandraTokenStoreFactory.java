package com.example.latchkey.cassandra;

import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.spi.token.TokenStoreFactory;
import java.util.List;

/** Makes {@link TokenStore}s over a Cassandra cluster, under the id {@code cassandra}. */
public final class CassandraTokenStoreFactory implements TokenStoreFactory {

  /** Creates a factory. */
  public CassandraTokenStoreFactory() {}

  @Override
  public String id() {
    return "cassandra";
  }

  @Override
  public List<ConfigKey<?>> keys() {
    return Keys.ALL;
  }

  @Override
  public TokenStore create(ProviderContext context) {
    return new CassandraTokenStore(Settings.of(context.config()));
  }
}
