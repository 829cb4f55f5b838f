package io.latchkey.tck.memory;

import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.DirectoryFixture.Membership;
import io.latchkey.tck.PermissionCheckerBackend;
import java.util.List;

/** A checker in memory is its own backend. */
public final class InMemoryPermissionCheckerBackend implements PermissionCheckerBackend {

  private final InMemoryPermissionChecker checker = new InMemoryPermissionChecker();
  private List<Membership> filled = List.of();

  public InMemoryPermissionCheckerBackend() {}

  @Override
  public PermissionChecker open() {
    return checker;
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    filled.stream().map(Membership::userId).forEach(checker::revokeAll);
    for (Membership membership : fixture.memberships()) {
      membership
          .organizationId()
          .ifPresentOrElse(
              id -> checker.grant(membership.userId(), id, membership.roles()),
              () -> checker.grantEverywhere(membership.userId(), membership.roles()));
    }
    filled = fixture.memberships();
  }

  @Override
  public void interrupt() {
    checker.fail(Effect.NONE);
  }

  @Override
  public void restore() {
    checker.recover();
  }

  @Override
  public void close() {}
}
