package io.latchkey.hibernate.server;

import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.PermissionCheckerBackend;
import java.util.Set;

/**
 * One server for all tests of a class; what is filled in is imported.
 *
 * @param server the server, which goes on after a test
 */
public record ServerPermissionCheckerBackend(ServerBackend server)
    implements PermissionCheckerBackend {

  @Override
  public PermissionChecker open() {
    return server.permissions();
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    server.fill(fixture);
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.PERMITTED_ORGANIZATIONS);
  }

  @Override
  public void interrupt() {
    server.interrupt();
  }

  @Override
  public void restore() {
    server.restore();
  }

  @Override
  public void close() {
    server.settle();
  }
}
