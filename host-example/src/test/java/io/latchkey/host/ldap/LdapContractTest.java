package io.latchkey.host.ldap;

import io.latchkey.host.EmbeddedHost;
import io.latchkey.host.LdapHosts;
import io.latchkey.ldap.server.InMemoryServer;
import io.latchkey.tck.http.CreateTokenContract;
import io.latchkey.tck.http.HostUnderTest;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The wire contract with users, role grants and tokens in a directory server. */
class LdapContractTest extends CreateTokenContract {

  @TempDir private static Path folder;

  private static InMemoryServer server;
  private static EmbeddedHost host;

  @BeforeAll
  static void start() throws Exception {
    server = InMemoryServer.open();
    LdapHosts hosts =
        new LdapHosts(
            URI.create(server.addresses().get(0).toString()),
            server.baseDn(),
            server.bindDn(),
            server.password());
    host = hosts.withLdapDirectory(folder, "ldap");
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
