package io.latchkey.hibernate;

import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.PermissionCheckerBackend;

/** One database for all tests; what is filled in is imported. */
public record H2PermissionCheckerBackend(H2Context context) implements PermissionCheckerBackend {

  @Override
  public PermissionChecker open() {
    return context.permissions();
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    context.fill(fixture);
  }

  @Override
  public void interrupt() {
    context.interrupt();
  }

  @Override
  public void restore() {
    context.restore();
  }

  @Override
  public void close() {
    context.restore();
  }
}
