package io.latchkey.ldap.permission;

import com.unboundid.ldap.sdk.LDAPConnection;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.server.Connections;
import io.latchkey.ldap.server.DirectoryServer389;
import io.latchkey.ldap.server.FixtureEntries;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.PermissionCheckerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class LdapPermissionChecker389IT extends PermissionCheckerContract {

  @TempDir static Path directory;

  private static DirectoryServer389 directoryServer;

  private final DirectoryContext context =
      DirectoryContext.of(directoryServer, FixtureEntries.keys(directoryServer.baseDn()));

  @BeforeAll
  static void start() {
    directoryServer = DirectoryServer389.start(directory);
    try (LDAPConnection connection = Connections.open(directoryServer)) {
      new FixtureEntries(connection, directoryServer.baseDn()).fill(FIXTURE);
    }
  }

  @AfterAll
  static void stop() {
    directoryServer.close();
  }

  @AfterEach
  void closeContext() {
    context.close();
  }

  @Override
  protected PermissionChecker createChecker() {
    return context.permissions();
  }
}
