package io.latchkey.hibernate.imports;

import io.latchkey.hibernate.imports.ImportFile.MembershipEntry;
import io.latchkey.hibernate.imports.ImportFile.OrganizationEntry;
import io.latchkey.hibernate.imports.ImportFile.UserEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks a file as a whole: nothing twice, and nothing that refers to what is not there. */
final class ReferenceCheck {

  private static final String NOWHERE = "which is not in this file nor in the directory";

  private final Set<String> organizations;
  private final Set<String> users;
  private final Set<String> roles;

  ReferenceCheck(Set<String> otherOrganizations, Set<String> otherUsers, Set<String> roles) {
    this.organizations = new HashSet<>(otherOrganizations);
    this.users = new HashSet<>(otherUsers);
    this.roles = new TreeSet<>(roles);
  }

  void check(ImportFile file) {
    Set<String> seenOrganizations = new HashSet<>();
    for (OrganizationEntry entry : file.organizations()) {
      String id = entry.organization().organizationId();
      once(seenOrganizations, id, "organization", id, entry.at());
    }
    organizations.addAll(seenOrganizations);

    Set<String> seenUsers = new HashSet<>();
    for (UserEntry entry : file.users()) {
      String id = entry.user().userId();
      once(seenUsers, id, "user", id, entry.at());
      organization(id, entry.user().organizationId(), entry.organizationAt());
    }
    users.addAll(seenUsers);

    Set<List<Optional<String>>> seenMemberships = new HashSet<>();
    for (MembershipEntry entry : file.memberships()) {
      String user = entry.user().value();
      Optional<String> where = entry.organization().map(Located::value);
      once(
          seenMemberships,
          List.of(Optional.of(user), where),
          "membership of the user",
          user,
          entry.user().at());
      membership(entry);
    }
  }

  private void membership(MembershipEntry entry) {
    String user = entry.user().value();
    if (!users.contains(user)) {
      throw new InvalidFile(
          entry.user().at(), "the membership names the user \"%s\", %s".formatted(user, NOWHERE));
    }
    entry.organization().ifPresent(id -> organization(user, id.value(), id.at()));
    Set<String> seen = new HashSet<>();
    for (Located<String> role : entry.roles()) {
      once(seen, role.value(), "role", role.value(), role.at());
      if (!roles.contains(role.value())) {
        throw new InvalidFile(
            role.at(),
            "\"%s\" is not a role; %s"
                .formatted(role.value(), NearestName.hint(role.value(), roles)));
      }
    }
  }

  private void organization(String user, String id, Position at) {
    if (!organizations.contains(id)) {
      throw new InvalidFile(
          at, "the user \"%s\" names the organization \"%s\", %s".formatted(user, id, NOWHERE));
    }
  }

  private static <T> void once(Set<T> seen, T key, String what, String id, Position at) {
    if (!seen.add(key)) {
      throw new InvalidFile(at, "the %s \"%s\" stands twice".formatted(what, id));
    }
  }
}
