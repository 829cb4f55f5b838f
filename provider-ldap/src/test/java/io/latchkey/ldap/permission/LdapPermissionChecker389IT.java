package io.latchkey.ldap.permission;

import io.latchkey.ldap.server.DirectoryServer389;
import io.latchkey.tck.PermissionCheckerBackend;
import io.latchkey.tck.PermissionCheckerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class LdapPermissionChecker389IT extends PermissionCheckerContract {

  @TempDir private static Path directory;

  private static DirectoryServer389 server;

  @BeforeAll
  static void start() {
    server = DirectoryServer389.start(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected PermissionCheckerBackend createBackend() {
    return new LdapPermissionCheckerBackend(server);
  }
}
