package io.latchkey.tck.memory;

import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.DirectoryFixture.Membership;
import io.latchkey.tck.PermissionCheckerContract;

class InMemoryPermissionCheckerTest extends PermissionCheckerContract {

  @Override
  protected PermissionChecker createChecker() {
    InMemoryPermissionChecker checker = new InMemoryPermissionChecker();
    for (Membership membership : FIXTURE.memberships()) {
      membership
          .organizationId()
          .ifPresentOrElse(
              id -> checker.grant(membership.userId(), id, membership.roles()),
              () -> checker.grantEverywhere(membership.userId(), membership.roles()));
    }
    return checker;
  }
}
