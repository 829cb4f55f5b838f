package io.latchkey.hibernate.permission;

import io.latchkey.hibernate.H2Context;
import io.latchkey.hibernate.H2PermissionCheckerBackend;
import io.latchkey.tck.PermissionCheckerBackend;
import io.latchkey.tck.PermissionCheckerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class HibernatePermissionCheckerContractTest extends PermissionCheckerContract {

  @TempDir private static Path directory;
  private static H2Context context;

  @BeforeAll
  static void open() {
    // Each call waits that long while the database is away.
    context =
        new H2Context(
            directory,
            "timeout",
            "PT2S",
            "role." + PermissionCheckerBackend.ROLE_WITHOUT_PERMISSIONS,
            "");
    context.warmUp();
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Override
  protected PermissionCheckerBackend createBackend() {
    return new H2PermissionCheckerBackend(context);
  }
}
