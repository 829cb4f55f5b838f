package io.latchkey.tck.memory;

import io.latchkey.tck.PermissionCheckerBackend;
import io.latchkey.tck.PermissionCheckerContract;

class InMemoryPermissionCheckerTest extends PermissionCheckerContract {

  @Override
  protected PermissionCheckerBackend createBackend() {
    return new InMemoryPermissionCheckerBackend();
  }
}
