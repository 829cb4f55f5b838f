package io.latchkey.ldap.permission;

import com.unboundid.ldap.sdk.LDAPConnection;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.LdapBackend;
import io.latchkey.ldap.server.Connections;
import io.latchkey.ldap.server.FixtureEntries;
import io.latchkey.ldap.server.LdapServer;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.PermissionCheckerBackend;

/** Groups in a server, as an administrator puts them there. */
final class LdapPermissionCheckerBackend extends LdapBackend<PermissionChecker>
    implements PermissionCheckerBackend {

  private final LdapServer server;

  LdapPermissionCheckerBackend(LdapServer server) {
    super(server, FixtureEntries.keys(server.baseDn()));
    this.server = server;
  }

  @Override
  protected PermissionChecker create(DirectoryContext context) {
    return context.permissions();
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    try (LDAPConnection administrator = Connections.open(server)) {
      new FixtureEntries(administrator, server.baseDn()).fill(fixture);
    }
  }
}
