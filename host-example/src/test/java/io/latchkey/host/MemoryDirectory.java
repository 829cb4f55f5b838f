package io.latchkey.host;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.permission.ForwardingPermissionChecker;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermittedOrganizations;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.DirectoryFixture.Membership;
import io.latchkey.tck.memory.InMemoryPermissionChecker;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Users and role grants in memory, with an administrator. */
final class MemoryDirectory {

  static final String ADMINISTRATOR = "memory-administrator";

  private static final String ADMINISTRATION = "memory-administration";

  private final InMemoryUserDirectory users = new InMemoryUserDirectory();
  private final InMemoryPermissionChecker checker = new InMemoryPermissionChecker();
  private DirectoryFixture filled = new DirectoryFixture(List.of(), List.of(), List.of());

  MemoryDirectory() {
    users.put(new Organization(ADMINISTRATION, ADMINISTRATION));
    users.put(
        new User(ADMINISTRATOR, ADMINISTRATION, UserKind.MACHINE, UserState.ACTIVE, ADMINISTRATOR));
    checker.grantEverywhere(ADMINISTRATOR, Set.of("IAM_OWNER"));
  }

  UserDirectory users() {
    return users;
  }

  PermissionChecker bareChecker() {
    return new ForwardingPermissionChecker(checker) {
      @Override
      public Optional<PermittedOrganizations> permittedOrganizations() {
        return Optional.empty();
      }
    };
  }

  void fill(DirectoryFixture fixture) {
    filled.memberships().forEach(membership -> checker.revokeAll(membership.userId()));
    filled.users().forEach(user -> users.removeUser(user.userId()));
    filled.organizations().forEach(one -> users.removeOrganization(one.organizationId()));
    fixture.organizations().forEach(users::put);
    fixture.users().forEach(users::put);
    fixture.memberships().forEach(this::grant);
    filled = fixture;
  }

  private void grant(Membership membership) {
    membership
        .organizationId()
        .ifPresentOrElse(
            id -> checker.grant(membership.userId(), id, membership.roles()),
            () -> checker.grantEverywhere(membership.userId(), membership.roles()));
  }
}
