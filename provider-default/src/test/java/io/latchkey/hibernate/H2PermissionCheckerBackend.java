package io.latchkey.hibernate;

import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.PermissionCheckerBackend;
import java.util.Set;

/** One database for all tests; what is filled in is imported. */
public final class H2PermissionCheckerBackend implements PermissionCheckerBackend {

  private final H2Nodes nodes;

  public H2PermissionCheckerBackend(H2Context context) {
    nodes = new H2Nodes(context);
  }

  @Override
  public PermissionChecker open() {
    return nodes.next().permissions();
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    nodes.context().fill(fixture);
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.PERMITTED_ORGANIZATIONS);
  }

  @Override
  public void interrupt() {
    nodes.interrupt();
  }

  @Override
  public void restore() {
    nodes.restore();
  }

  @Override
  public void close() {
    nodes.close();
  }
}
