package io.latchkey.bench.load;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFException;
import io.latchkey.bench.measure.Clients;
import io.latchkey.bench.measure.Side;
import io.latchkey.bench.server.PackagedServer;
import io.latchkey.bench.server.ServerJars;
import io.latchkey.ldap.server.Slapd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Users and tokens in an OpenLDAP; its limits are the SDK's own requests to it. */
final class LdapScenario implements Scenario {

  private static final String ADMINISTRATOR = "admin";

  private final Slapd slapd;
  private final PackagedServer server;

  LdapScenario(ServerJars jars, Path folder, Map<String, String> settings)
      throws IOException, LDAPException, LDIFException {
    slapd = Slapd.start(folder.resolve("slapd"));
    fill();
    Map<String, String> all = new TreeMap<>(settings);
    all.putAll(settings());
    server = PackagedServer.start(jars.command(), folder, all);
  }

  private void fill() throws LDAPException, LDIFException {
    try (LDAPConnection connection = connect()) {
      for (String unit : List.of("organizations", "groups", "tokens", "limit")) {
        connection.add(
            "dn: ou=" + unit + "," + slapd.baseDn(),
            "objectClass: organizationalUnit",
            "ou: " + unit);
      }
      for (String organization : List.of(ORGANIZATION, "operations")) {
        connection.add(
            "dn: " + organization(organization),
            "objectClass: organizationalUnit",
            "ou: " + organization);
      }
      add(connection, ADMINISTRATOR, "operations");
      for (String user : USERS) {
        add(connection, user, ORGANIZATION);
      }
      connection.add(
          "dn: cn=admins,ou=groups," + slapd.baseDn(),
          "objectClass: groupOfNames",
          "cn: admins",
          "member: uid=" + ADMINISTRATOR + "," + organization("operations"));
    }
  }

  private String organization(String id) {
    return "ou=" + id + ",ou=organizations," + slapd.baseDn();
  }

  private void add(LDAPConnection connection, String user, String organization)
      throws LDAPException, LDIFException {
    connection.add(
        "dn: uid=" + user + "," + organization(organization),
        "objectClass: account",
        "objectClass: simpleSecurityObject",
        "uid: " + user,
        "userPassword: nobody-logs-in");
  }

  private LDAPConnection connect() throws LDAPException {
    return new LDAPConnection(
        slapd.uri().getHost(), slapd.uri().getPort(), slapd.bindDn(), slapd.password());
  }

  private Map<String, String> settings() {
    String base = slapd.baseDn();
    return Map.ofEntries(
        Map.entry("directory.import", ""),
        Map.entry("provider.directory", "ldap"),
        Map.entry("provider.permissions", "ldap"),
        Map.entry("provider.store", "ldap"),
        Map.entry("directory.bootstrap-user", ADMINISTRATOR),
        Map.entry("ldap.url", slapd.uri().toString()),
        Map.entry("ldap.bind-dn", slapd.bindDn()),
        Map.entry("ldap.bind-password", slapd.password()),
        Map.entry("ldap.preset", "openldap"),
        Map.entry("ldap.base-dn", base),
        Map.entry("ldap.organization.dn-component", "ou"),
        Map.entry("ldap.organization.base-dn", "ou=organizations," + base),
        Map.entry("ldap.groups.base-dn", "ou=groups," + base),
        Map.entry("ldap.grant.admins", "IAM_OWNER to cn=admins,ou=groups," + base),
        Map.entry("ldap.tokens.base-dn", "ou=tokens," + base));
  }

  @Override
  public String name() {
    return "OpenLDAP";
  }

  @Override
  public PackagedServer server() {
    return server;
  }

  @Override
  public Limits limits() {
    return new Requests();
  }

  /** What the SDK does alone. */
  private final class Requests implements Limits {

    private final AtomicLong next = new AtomicLong();

    @Override
    public List<Named> create() {
      return List.of(new Named("one entry added by the SDK", clients(this::add), true, false));
    }

    private void add(LDAPConnection connection) throws LDAPException {
      String name = "limit-" + next.incrementAndGet();
      connection.add(
          "cn=" + name + ",ou=limit," + slapd.baseDn(),
          new Attribute("objectClass", "applicationProcess"),
          new Attribute("cn", name));
    }

    @Override
    public Named list(String user) throws LDAPException {
      Filter ofUser =
          Filter.createANDFilter(
              Filter.createEqualityFilter("objectClass", "latchkeyToken"),
              Filter.createEqualityFilter("latchkeyUser", user));
      return new Named(
          "the same search by the SDK",
          clients(
              connection ->
                  require(search(connection, SearchScope.ONE, ofUser) == LoadSection.LISTED)),
          true,
          false);
    }

    /** Any entry of a token by its name, as a verification finds one. */
    @Override
    public List<Named> verify() throws LDAPException {
      try (LDAPConnection connection = connect()) {
        String entry =
            connection
                .search(
                    "ou=tokens," + slapd.baseDn(), SearchScope.ONE, "(objectClass=latchkeyToken)")
                .getSearchEntries()
                .get(0)
                .getDN();
        return List.of(
            new Named(
                "the raw search of the token",
                clients(open -> require(open.getEntry(entry) != null)),
                false,
                false));
      }
    }

    private int search(LDAPConnection connection, SearchScope scope, Filter filter)
        throws LDAPException {
      return connection.search("ou=tokens," + slapd.baseDn(), scope, filter).getEntryCount();
    }
  }

  private static void require(boolean found) {
    if (!found) {
      throw new IllegalStateException("the directory does not find what is there");
    }
  }

  private interface Request {
    void send(LDAPConnection connection) throws LDAPException;
  }

  private Side clients(Request request) {
    return new Clients(() -> new Sender(connect(), request));
  }

  private record Sender(LDAPConnection connection, Request request) implements Clients.Client {

    @Override
    public void call() throws LDAPException {
      request.send(connection);
    }

    @Override
    public void close() {
      connection.close();
    }
  }

  @Override
  public void close() {
    server.close();
    slapd.close();
  }
}
