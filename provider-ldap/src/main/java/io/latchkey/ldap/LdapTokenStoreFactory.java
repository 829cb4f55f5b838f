package io.latchkey.ldap;

import io.latchkey.ldap.token.LdapTokenStore;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.spi.token.TokenStoreFactory;
import java.util.List;

/** Makes {@link TokenStore}s over a directory server, under the id {@code ldap}. */
public final class LdapTokenStoreFactory implements TokenStoreFactory {

  /** Creates a factory. */
  public LdapTokenStoreFactory() {}

  @Override
  public String id() {
    return "ldap";
  }

  @Override
  public List<ConfigKey<?>> keys() {
    return Keys.ALL;
  }

  @Override
  public TokenStore create(ProviderContext context) {
    return new LdapTokenStore(SharedConnections.access(context), TokenKeys.base(context.config()));
  }
}
