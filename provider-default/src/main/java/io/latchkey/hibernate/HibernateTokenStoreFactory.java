package io.latchkey.hibernate;

import io.latchkey.hibernate.database.DatabaseAccess;
import io.latchkey.hibernate.token.HibernateTokenStore;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.spi.token.TokenStoreFactory;
import java.util.List;

/** Makes {@link TokenStore}s over a relational database, under the id {@code default}. */
public final class HibernateTokenStoreFactory implements TokenStoreFactory {

  /** Creates a factory. */
  public HibernateTokenStoreFactory() {}

  @Override
  public String id() {
    return "default";
  }

  @Override
  public List<ConfigKey<?>> keys() {
    return Keys.ALL;
  }

  @Override
  public TokenStore create(ProviderContext context) {
    DatabaseAccess database = SharedDatabase.access(context);
    if (database.isPostgres()) {
      return HibernateTokenStore.onPostgres(database);
    }
    return database.isMariaDb()
        ? HibernateTokenStore.onMariaDb(database)
        : new HibernateTokenStore(database);
  }
}
