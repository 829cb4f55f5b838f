package io.latchkey.ldap;

import io.latchkey.ldap.directory.LdapUserDirectory;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserDirectoryFactory;
import java.util.List;

/** Makes {@link UserDirectory}s over a directory server, under the id {@code ldap}. */
public final class LdapUserDirectoryFactory implements UserDirectoryFactory {

  /** Creates a factory. */
  public LdapUserDirectoryFactory() {}

  @Override
  public String id() {
    return "ldap";
  }

  @Override
  public List<ConfigKey<?>> keys() {
    return Keys.ALL;
  }

  @Override
  public UserDirectory create(ProviderContext context) {
    return new LdapUserDirectory(
        SharedConnections.access(context), DirectoryKeys.settings(context));
  }
}
