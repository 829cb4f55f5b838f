package io.latchkey.hibernate.permission;

import io.latchkey.hibernate.H2Context;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.PermissionCheckerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class HibernatePermissionCheckerContractTest extends PermissionCheckerContract {

  @TempDir private static Path directory;
  private static H2Context context;

  @BeforeAll
  static void fill() {
    context = new H2Context(directory, "role.TCK_ROLE_WITHOUT_PERMISSIONS", "");
    context.fill(FIXTURE);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Override
  protected PermissionChecker createChecker() {
    return context.permissions();
  }
}
