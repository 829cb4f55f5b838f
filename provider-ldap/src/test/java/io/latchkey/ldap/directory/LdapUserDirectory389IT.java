package io.latchkey.ldap.directory;

import io.latchkey.ldap.server.DirectoryServer389;
import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.UserDirectoryContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class LdapUserDirectory389IT extends UserDirectoryContract {

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
  protected UserDirectoryBackend createBackend() {
    return new LdapUserDirectoryBackend(server);
  }
}
