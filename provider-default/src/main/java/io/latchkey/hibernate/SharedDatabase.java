package io.latchkey.hibernate;

import io.latchkey.hibernate.database.Database;
import io.latchkey.hibernate.database.DatabaseAccess;
import io.latchkey.hibernate.database.DatabaseSettings;
import io.latchkey.hibernate.directory.DirectoryRevision;
import io.latchkey.hibernate.directory.MembershipRow;
import io.latchkey.hibernate.directory.OrganizationRow;
import io.latchkey.hibernate.directory.RemovedUserRow;
import io.latchkey.hibernate.directory.UserRow;
import io.latchkey.hibernate.token.EventCounterRow;
import io.latchkey.hibernate.token.TokenRow;
import io.latchkey.spi.ProviderContext;
import java.util.List;

/** The one database under the providers of a context. */
final class SharedDatabase {

  private static final List<Class<?>> ENTITIES =
      List.of(
          TokenRow.class,
          EventCounterRow.class,
          DirectoryRevision.class,
          OrganizationRow.class,
          UserRow.class,
          MembershipRow.class,
          RemovedUserRow.class);

  private SharedDatabase() {}

  /** A provider's access to it. The settings are read even if it is there: a typo is an error. */
  static DatabaseAccess access(ProviderContext context) {
    DatabaseSettings settings = Keys.database(context);
    return new DatabaseAccess(
        context.shared(Database.class, () -> new Database(settings, ENTITIES)));
  }
}
