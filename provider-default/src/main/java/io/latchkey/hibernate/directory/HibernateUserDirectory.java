package io.latchkey.hibernate.directory;

import static java.util.Objects.requireNonNull;

import io.latchkey.hibernate.database.DatabaseAccess;
import io.latchkey.hibernate.database.StorableText;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserSearch;
import java.util.Optional;
import java.util.Set;

/** Users and organizations in a relational database. A change is seen by the next call. */
public final class HibernateUserDirectory implements UserDirectory {

  private final DatabaseAccess database;
  private final UserSearch search;
  private final ManagedDirectory managed;

  /**
   * Creates a directory.
   *
   * @param database the database, which this directory is the only one to close
   * @param roles the roles that may be granted
   */
  public HibernateUserDirectory(DatabaseAccess database, Set<String> roles) {
    this.database = requireNonNull(database, "database");
    this.search = new HibernateUserSearch(database);
    this.managed = new HibernateManagedDirectory(database, Set.copyOf(roles));
  }

  @Override
  public Optional<User> findUser(String userId) {
    requireNonNull(userId, "userId");
    return database.read(
        session ->
            StorableText.is(userId)
                ? Optional.ofNullable(session.get(UserRow.class, userId)).map(UserRow::toUser)
                : Optional.empty());
  }

  @Override
  public boolean organizationExists(String organizationId) {
    requireNonNull(organizationId, "organizationId");
    return database.read(
        session ->
            StorableText.is(organizationId)
                && session.get(OrganizationRow.class, organizationId) != null);
  }

  @Override
  public Optional<UserSearch> search() {
    return Optional.of(search);
  }

  @Override
  public Optional<ManagedDirectory> managed() {
    return Optional.of(managed);
  }

  @Override
  public CheckResult check() {
    return database.check();
  }

  @Override
  public void close() {
    database.close();
  }
}
