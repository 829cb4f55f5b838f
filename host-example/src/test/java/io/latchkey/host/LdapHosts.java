package io.latchkey.host;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import io.latchkey.ldap.server.FixtureEntries;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.DirectoryFixture.Membership;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Hosts over one directory server: which of the three interfaces it serves is a matter of
 * configuration.
 */
public final class LdapHosts {

  private static final String TOKENS = "ou=tokens,";
  private static final Organization ADMINISTRATION =
      new Organization("ldap-administration", "ldap-administration");
  private static final User ADMINISTRATOR =
      new User(
          "ldap-administrator",
          ADMINISTRATION.organizationId(),
          UserKind.MACHINE,
          UserState.ACTIVE,
          "ldap-administrator");

  private final LDAPInterface server;
  private final Map<String, String> connection;
  private final String baseDn;

  /**
   * Prepares a directory server.
   *
   * @param uri where it is
   * @param baseDn an entry that is there
   * @param bindDn who may write everything below it
   * @param password that one's password
   * @throws LDAPException if the server refuses
   */
  public LdapHosts(URI uri, String baseDn, String bindDn, String password) throws LDAPException {
    this.server = new LDAPConnection(uri.getHost(), uri.getPort(), bindDn, password);
    this.baseDn = baseDn;
    this.connection = Map.of("url", uri.toString(), "bind-dn", bindDn, "bind-password", password);
    server.add(
        TOKENS + baseDn,
        new Attribute("objectClass", "organizationalUnit"),
        new Attribute("ou", "tokens"));
  }

  /**
   * Users and role grants in the directory server.
   *
   * @param folder the data directory
   * @param store the id of the token store: ldap or default
   * @return a host
   */
  public EmbeddedHost withLdapDirectory(Path folder, String store) {
    FixtureEntries entries = new FixtureEntries(server, baseDn);
    entries.fill(administered(new DirectoryFixture(List.of(), List.of(), List.of())));
    Map<String, String> settings = settings(store, "ldap");
    FixtureEntries.keys(baseDn).forEach((key, text) -> settings.put("ldap." + key, text));
    settings.put("directory.bootstrap-user", ADMINISTRATOR.userId());
    settings.put("revocation-bound", "PT0S"); // it is filled behind the host
    return new EmbeddedHost(
        folder, settings, (fixture, host) -> entries.fill(administered(fixture)));
  }

  /**
   * Tokens in the directory server; users and role grants in the host's own database.
   *
   * @param folder the data directory
   * @return a host
   */
  public EmbeddedHost withLdapTokens(Path folder) {
    return EmbeddedHost.withImportedDirectory(folder, settings("ldap", "default"));
  }

  private Map<String, String> settings(String store, String directory) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("provider.store", store);
    settings.put("provider.directory", directory);
    settings.put("provider.permissions", directory);
    settings.put("ldap.tokens.base-dn", TOKENS + baseDn);
    connection.forEach((key, text) -> settings.put("ldap." + key, text));
    return settings;
  }

  private static DirectoryFixture administered(DirectoryFixture fixture) {
    List<Organization> organizations = new ArrayList<>(fixture.organizations());
    organizations.add(ADMINISTRATION);
    List<Membership> memberships = new ArrayList<>(fixture.memberships());
    memberships.add(new Membership(ADMINISTRATOR.userId(), Optional.empty(), Set.of("IAM_OWNER")));
    return new DirectoryFixture(organizations, fixture.users(), memberships).with(ADMINISTRATOR);
  }
}
