package io.latchkey.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import io.latchkey.ldap.server.Connections;
import io.latchkey.ldap.server.DirectoryServer;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real server with the preset of its product, and an administrator's hand on it. */
final class ServerUnderTest implements AutoCloseable {

  private final DirectoryServer server;
  private final String preset;
  private final LDAPConnection connection;

  ServerUnderTest(DirectoryServer server, String preset) {
    this.server = server;
    this.preset = preset;
    this.connection = Connections.open(server);
  }

  LDAPConnection connection() {
    return connection;
  }

  /** A new branch, so that one test does not see the entries of another. */
  String addBranch(String name) throws LDAPException {
    DN dn = new DN(new RDN("ou", name), new DN(server.baseDn()));
    connection.add(
        dn.toString(),
        new Attribute("objectClass", "organizationalUnit"),
        new Attribute("ou", name));
    return dn.toString();
  }

  String addBot(String uid, String base) throws LDAPException {
    String dn = "uid=" + uid + "," + base;
    connection.add(
        dn,
        new Attribute("objectClass", "account", "simpleSecurityObject"),
        new Attribute("uid", uid),
        new Attribute("userPassword", "right"));
    return dn;
  }

  String addGroup(String cn, String base, String... members) throws LDAPException {
    return addGroup(cn, base, "groupOfNames", "member", Arrays.asList(members));
  }

  String addGroup(
      String cn, String base, String objectClass, String attribute, List<String> members)
      throws LDAPException {
    String dn = "cn=" + cn + "," + base;
    Entry group =
        new Entry(
            dn,
            new Attribute("objectClass", objectClass),
            new Attribute("cn", cn),
            new Attribute(attribute, members));
    if (objectClass.equals("posixGroup")) {
      group.addAttribute("gidNumber", "100");
    }
    connection.add(group);
    return dn;
  }

  void replace(String dn, String attribute, String... values) throws LDAPException {
    connection.modify(dn, new Modification(ModificationType.REPLACE, attribute, values));
  }

  boolean tryPassword(String dn, String password) {
    return Connections.tryPassword(server, dn, password);
  }

  Map<String, String> keys(String base, String... keysAndValues) {
    Map<String, String> keys = new HashMap<>(Map.of("preset", preset, "base-dn", base));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      keys.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return keys;
  }

  Optional<User> find(String userId, String base, String... keysAndValues) {
    try (DirectoryContext context = DirectoryContext.of(server, keys(base, keysAndValues));
        UserDirectory users = context.users()) {
      assertThat(users.check().problem()).as("problem that check() tells").isEmpty();
      return users.findUser(userId);
    }
  }

  /** No id may be more than "there is none" to the server. */
  void assertFindsNone(Stream<String> ids, String base, String... keysAndValues) {
    try (DirectoryContext context = DirectoryContext.of(server, keys(base, keysAndValues));
        UserDirectory users = context.users()) {
      assertThat(ids)
          .allSatisfy(
              id -> {
                assertThat(users.findUser(id)).as("user \"%s\"", id).isEmpty();
                assertThat(users.organizationExists(id)).as("place \"%s\"", id).isFalse();
              });
    }
  }

  PermissionDecision decide(String userId, String base, String... keysAndValues) {
    try (DirectoryContext context = DirectoryContext.of(server, keys(base, keysAndValues));
        PermissionChecker checker = context.permissions()) {
      return checker.check(
          new PermissionRequest(new Caller(userId, "any"), "user.write", "any", Optional.empty()));
    }
  }

  @Override
  public void close() {
    connection.close();
    server.close();
  }
}
