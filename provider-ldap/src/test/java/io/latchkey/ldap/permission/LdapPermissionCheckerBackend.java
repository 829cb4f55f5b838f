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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Groups in a server, as an administrator puts them there. */
final class LdapPermissionCheckerBackend extends LdapBackend<PermissionChecker>
    implements PermissionCheckerBackend {

  private final LdapServer server;

  LdapPermissionCheckerBackend(LdapServer server) {
    super(server, keys(server.baseDn()));
    this.server = server;
  }

  private static Map<String, String> keys(String baseDn) {
    Map<String, String> keys = new HashMap<>(FixtureEntries.keys(baseDn));
    keys.put("role." + ROLE_WITHOUT_PERMISSIONS, "");
    return keys;
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

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.PERMITTED_ORGANIZATIONS);
  }
}
