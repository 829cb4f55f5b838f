package io.latchkey.tck.memory;

import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.DirectoryFixture.Membership;
import io.latchkey.tck.PermissionCheckerBackend;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Each checker is a further one over the same grants; an interruption makes them all fail. */
public final class InMemoryPermissionCheckerBackend implements PermissionCheckerBackend {

  private final InMemoryPermissionChecker checker = new InMemoryPermissionChecker();
  private final List<InMemoryPermissionChecker> opened = new CopyOnWriteArrayList<>();
  private boolean interrupted;
  private List<Membership> filled = List.of();

  public InMemoryPermissionCheckerBackend() {}

  @Override
  public PermissionChecker open() {
    InMemoryPermissionChecker another = checker.open();
    if (interrupted) {
      another.fail(Effect.NONE);
    }
    opened.add(another);
    return another;
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
  public Set<Feature> features() {
    return Set.of(Feature.PERMITTED_ORGANIZATIONS);
  }

  @Override
  public void interrupt() {
    interrupted = true;
    opened.forEach(each -> each.fail(Effect.NONE));
  }

  @Override
  public void restore() {
    interrupted = false;
    opened.forEach(InMemoryPermissionChecker::recover);
  }

  @Override
  public void close() {}
}
