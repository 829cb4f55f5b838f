package io.latchkey.hibernate;

import io.latchkey.hibernate.permission.HibernatePermissionChecker;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionCheckerFactory;
import java.util.List;

/** Makes {@link PermissionChecker}s over a relational database, under the id {@code default}. */
public final class HibernatePermissionCheckerFactory implements PermissionCheckerFactory {

  /** Creates a factory. */
  public HibernatePermissionCheckerFactory() {}

  @Override
  public String id() {
    return "default";
  }

  @Override
  public List<ConfigKey<?>> keys() {
    return Keys.ALL;
  }

  @Override
  public PermissionChecker create(ProviderContext context) {
    return new HibernatePermissionChecker(SharedDatabase.access(context), Keys.roles(context));
  }
}
