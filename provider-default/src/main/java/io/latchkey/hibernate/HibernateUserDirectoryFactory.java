package io.latchkey.hibernate;

import io.latchkey.hibernate.directory.HibernateUserDirectory;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserDirectoryFactory;
import java.util.List;

/** Makes {@link UserDirectory}s over a relational database, under the id {@code default}. */
public final class HibernateUserDirectoryFactory implements UserDirectoryFactory {

  /** Creates a factory. */
  public HibernateUserDirectoryFactory() {}

  @Override
  public String id() {
    return "default";
  }

  @Override
  public List<ConfigKey<?>> keys() {
    return Keys.ALL;
  }

  @Override
  public UserDirectory create(ProviderContext context) {
    return new HibernateUserDirectory(SharedDatabase.access(context), Keys.roles(context).names());
  }
}
