package io.latchkey.hibernate.directory;

import static java.util.Objects.requireNonNull;

import io.latchkey.hibernate.database.DatabaseAccess;
import io.latchkey.hibernate.imports.ImportFile;
import io.latchkey.hibernate.imports.InvalidFile;
import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;

/**
 * Fills the directory, by a first user or from a file. The form of the file is described by {@link
 * ImportFile}.
 */
final class HibernateManagedDirectory implements ManagedDirectory {

  /** No user is without one. */
  private static final String ORGANIZATIONS = "select count(*) from latchkey_organization";

  private final DatabaseAccess database;
  private final Set<String> roles;

  HibernateManagedDirectory(DatabaseAccess database, Set<String> roles) {
    this.database = database;
    this.roles = roles;
  }

  @Override
  public boolean isEmpty() {
    return database.read(HibernateManagedDirectory::isEmpty);
  }

  /** Removed users do not count: the answer must not depend on whether the host forgot them. */
  private static boolean isEmpty(StatelessSession session) {
    return session.createNativeQuery(ORGANIZATIONS, Long.class).getSingleResult() == 0;
  }

  @Override
  public boolean addFirstUser(Organization organization, User user, Set<String> roles) {
    requireNonNull(organization, "organization");
    requireNonNull(user, "user");
    Set<String> granted = Set.copyOf(requireNonNull(roles, "roles"));
    if (!user.organizationId().equals(organization.organizationId())) {
      throw new IllegalArgumentException(
          "user belongs to another organization than " + organization.organizationId());
    }
    return database
        .change(
            session -> {
              DirectoryRevision.lock(session);
              if (!isEmpty(session)) {
                return Optional.empty();
              }
              RemovedUsers.back(session, user.userId());
              session.insert(new OrganizationRow(organization, Origin.FIRST));
              session.insert(new UserRow(user, Origin.FIRST));
              for (String role : granted) {
                session.insert(
                    new MembershipRow(
                        new MembershipKey(user.userId(), MembershipKey.WHOLE_INSTANCE, role),
                        Origin.FIRST));
              }
              return Optional.of(user);
            })
        .isPresent();
  }

  @Override
  public ImportReport importFrom(Path file) throws InvalidImportException {
    requireNonNull(file, "file");
    try {
      ImportFile content = ImportFile.read(file);
      return database
          .change(session -> Optional.of(new DirectoryImport(session, roles).apply(content)))
          .orElseThrow();
    } catch (InvalidFile e) {
      throw new InvalidImportException(e.sentence(file));
    }
  }

  @Override
  public List<User> removedUsers() {
    return database.read(RemovedUsers::all);
  }

  @Override
  public void forget(User user) {
    requireNonNull(user, "user");
    database.change(
        session -> {
          DirectoryRevision.lock(session);
          return RemovedUsers.forget(session, user) == 0 ? Optional.empty() : Optional.of(user);
        });
  }
}
