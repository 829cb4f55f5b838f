package io.latchkey.hibernate.directory;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.latchkey.hibernate.imports.ImportFile;
import io.latchkey.hibernate.imports.ImportFile.MembershipEntry;
import io.latchkey.hibernate.imports.ImportFile.OrganizationEntry;
import io.latchkey.hibernate.imports.ImportFile.UserEntry;
import io.latchkey.hibernate.imports.InvalidFile;
import io.latchkey.spi.directory.ManagedDirectory.ImportReport;
import io.latchkey.spi.directory.User;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Makes the directory agree with a file, inside one transaction. */
final class DirectoryImport {

  private final StatelessSession session;
  private final Set<String> roles;

  DirectoryImport(StatelessSession session, Set<String> roles) {
    this.session = session;
    this.roles = roles;
  }

  /** Checks all before it changes anything; a file that is wrong throws {@link InvalidFile}. */
  ImportReport apply(ImportFile file) {
    DirectoryRevision.lock(session);
    Map<String, OrganizationRow> organizations =
        all(
            "select * from latchkey_organization",
            OrganizationRow.class,
            OrganizationRow::organizationId);
    Map<String, UserRow> users = all("select * from latchkey_user", UserRow.class, UserRow::userId);
    Map<MembershipKey, MembershipRow> memberships =
        all("select * from latchkey_membership", MembershipRow.class, MembershipRow::key);

    Map<String, OrganizationRow> goneOrganizations =
        gone(organizations, OrganizationRow::origin, namedOrganizations(file));
    Set<String> namedUsers = file.users().stream().map(e -> e.user().userId()).collect(toSet());
    Map<String, UserRow> goneUsers = gone(users, UserRow::origin, namedUsers);
    file.check(
        without(organizations.keySet(), goneOrganizations.keySet()),
        without(users.keySet(), goneUsers.keySet()),
        roles);
    refuseHomeless(users.values(), namedUsers, goneUsers.keySet(), goneOrganizations.keySet());

    putOrganizations(file, organizations);
    putUsers(file, users);
    RemovedUsers.all(session).stream()
        .map(User::userId)
        .filter(namedUsers::contains)
        .forEach(userId -> RemovedUsers.back(session, userId));
    RemovedUsers.add(session, goneUsers.values().stream().map(UserRow::toUser).toList());
    putMemberships(file, memberships, goneUsers.keySet());
    session.deleteMultiple(List.copyOf(goneUsers.values()));
    session.deleteMultiple(List.copyOf(goneOrganizations.values()));
    return new ImportReport(
        file.organizations().size(),
        file.users().size(),
        file.memberships().size(),
        goneUsers.size());
  }

  private <K, R> Map<K, R> all(String sql, Class<R> type, Function<R, K> key) {
    return session.createNativeQuery(sql, type).getResultList().stream()
        .collect(toMap(key, row -> row, (a, b) -> a, LinkedHashMap::new));
  }

  private static Set<String> namedOrganizations(ImportFile file) {
    return file.organizations().stream()
        .map(entry -> entry.organization().organizationId())
        .collect(toSet());
  }

  /** What an import has brought, and the file names no longer. */
  private static <K, R> Map<K, R> gone(Map<K, R> rows, Function<R, String> origin, Set<K> named) {
    Map<K, R> gone = new LinkedHashMap<>(rows);
    gone.keySet().removeAll(named);
    gone.values().removeIf(row -> !origin.apply(row).equals(Origin.IMPORT));
    return gone;
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  /** A user that no import has brought stays, and its organization must stay with it. */
  private static void refuseHomeless(
      Collection<UserRow> users, Set<String> named, Set<String> gone, Set<String> organizations) {
    for (UserRow row : users) {
      User user = row.toUser();
      boolean stays = !named.contains(user.userId()) && !gone.contains(user.userId());
      if (stays && organizations.contains(user.organizationId())) {
        throw new InvalidFile(
            "the organization \"%s\" is not in the file any more, but the user \"%s\" stays in it"
                .formatted(user.organizationId(), user.userId()));
      }
    }
  }

  private void putOrganizations(ImportFile file, Map<String, OrganizationRow> present) {
    for (OrganizationEntry entry : file.organizations()) {
      OrganizationRow row = present.get(entry.organization().organizationId());
      if (row == null) {
        session.insert(new OrganizationRow(entry.organization(), Origin.IMPORT));
      } else if (!row.toOrganization().equals(entry.organization())) {
        session.update(new OrganizationRow(entry.organization(), row.origin()));
      }
    }
  }

  private void putUsers(ImportFile file, Map<String, UserRow> present) {
    for (UserEntry entry : file.users()) {
      User user = entry.user();
      UserRow row = present.get(user.userId());
      if (row == null) {
        session.insert(new UserRow(user, Origin.IMPORT));
      } else if (!row.toUser().equals(user)) {
        session.update(new UserRow(user, row.origin()));
      }
    }
  }

  private void putMemberships(
      ImportFile file, Map<MembershipKey, MembershipRow> present, Set<String> goneUsers) {
    Set<MembershipKey> named =
        file.memberships().stream().flatMap(DirectoryImport::keys).collect(toSet());
    Map<MembershipKey, MembershipRow> gone = gone(present, MembershipRow::origin, named);
    present.forEach(
        (key, row) -> {
          if (goneUsers.contains(key.userId())) {
            gone.put(key, row);
          }
        });
    session.deleteMultiple(List.copyOf(gone.values()));
    session.insertMultiple(
        named.stream()
            .filter(key -> !present.containsKey(key))
            .map(key -> new MembershipRow(key, Origin.IMPORT))
            .toList());
  }

  private static Stream<MembershipKey> keys(MembershipEntry entry) {
    String organization =
        entry.organization().map(id -> id.value()).orElse(MembershipKey.WHOLE_INSTANCE);
    return entry.roles().stream()
        .map(role -> new MembershipKey(entry.user().value(), organization, role.value()));
  }
}
