package io.latchkey.ldap.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.LdapBackend;
import io.latchkey.ldap.server.Connections;
import io.latchkey.ldap.server.FixtureEntries;
import io.latchkey.ldap.server.LdapServer;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.UserDirectoryBackend;
import java.util.Set;

/** Users in a server, as an administrator puts them there. */
final class LdapUserDirectoryBackend extends LdapBackend<UserDirectory>
    implements UserDirectoryBackend {

  private final LdapServer server;

  LdapUserDirectoryBackend(LdapServer server) {
    super(server, FixtureEntries.keys(server.baseDn()));
    this.server = server;
  }

  @Override
  protected UserDirectory create(DirectoryContext context) {
    return context.users();
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    try (LDAPConnection administrator = Connections.open(server)) {
      new FixtureEntries(administrator, server.baseDn()).fill(fixture);
    }
  }

  @Override
  public Set<Feature> features() {
    return Set.of();
  }
}
