package io.latchkey.hibernate.postgres;

import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.PermissionCheckerBackend;
import java.util.Set;

/** One server for all tests of a class; what is filled in is imported. */
record PostgresPermissionCheckerBackend(PostgresBackend postgres)
    implements PermissionCheckerBackend {

  @Override
  public PermissionChecker open() {
    return postgres.permissions();
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    postgres.fill(fixture);
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.PERMITTED_ORGANIZATIONS);
  }

  @Override
  public void interrupt() {
    postgres.interrupt();
  }

  @Override
  public void restore() {
    postgres.restore();
  }

  @Override
  public void close() {
    postgres.settle();
  }
}
