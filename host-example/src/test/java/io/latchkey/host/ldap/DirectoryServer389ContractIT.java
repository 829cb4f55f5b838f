package io.latchkey.host.ldap;

import io.latchkey.host.EmbeddedHost;
import io.latchkey.host.LdapHosts;
import io.latchkey.ldap.server.DirectoryServer389;
import io.latchkey.tck.http.CreateTokenContract;
import io.latchkey.tck.http.HostUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The wire contract with users, role grants and tokens in a real 389 Directory Server. */
class DirectoryServer389ContractIT extends CreateTokenContract {

  @TempDir private static Path folder;

  private static DirectoryServer389 server;
  private static EmbeddedHost host;

  @BeforeAll
  static void start() throws Exception {
    server = DirectoryServer389.start(folder.resolve("389"));
    LdapHosts hosts =
        new LdapHosts(server.uri(), server.baseDn(), server.bindDn(), server.password());
    host = hosts.withLdapDirectory(folder.resolve("data"), "ldap");
  }

  @AfterAll
  static void stop() {
    host.close();
    server.close();
  }

  @Override
  protected HostUnderTest host() {
    return host;
  }
}
