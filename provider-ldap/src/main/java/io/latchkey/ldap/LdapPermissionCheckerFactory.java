package io.latchkey.ldap;

import io.latchkey.ldap.permission.LdapPermissionChecker;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionCheckerFactory;
import java.util.List;

/** Makes {@link PermissionChecker}s over a directory server, under the id {@code ldap}. */
public final class LdapPermissionCheckerFactory implements PermissionCheckerFactory {

  /** Creates a factory. */
  public LdapPermissionCheckerFactory() {}

  @Override
  public String id() {
    return "ldap";
  }

  @Override
  public List<ConfigKey<?>> keys() {
    return Keys.ALL;
  }

  @Override
  public PermissionChecker create(ProviderContext context) {
    return new LdapPermissionChecker(
        SharedConnections.access(context), GroupKeys.settings(context.config()));
  }
}
