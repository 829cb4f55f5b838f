package io.latchkey.ldap.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.server.Connections;
import io.latchkey.ldap.server.FixtureEntries;
import io.latchkey.ldap.server.Slapd;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.UserDirectoryContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class LdapUserDirectorySlapdIT extends UserDirectoryContract {

  @TempDir static Path directory;

  private static Slapd slapd;

  private final DirectoryContext context =
      DirectoryContext.of(slapd, FixtureEntries.keys(slapd.baseDn()));

  @BeforeAll
  static void start() {
    slapd = Slapd.start(directory);
    try (LDAPConnection connection = Connections.open(slapd)) {
      new FixtureEntries(connection, slapd.baseDn()).fill(FIXTURE);
    }
  }

  @AfterAll
  static void stop() {
    slapd.close();
  }

  @AfterEach
  void closeContext() {
    context.close();
  }

  @Override
  protected UserDirectory createDirectory() {
    return context.users();
  }
}
