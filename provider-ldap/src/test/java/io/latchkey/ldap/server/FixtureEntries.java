package io.latchkey.ldap.server;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.DirectoryFixture.Membership;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fixtures as an administrator of OpenLDAP would lay them out: organizations are units, with their
 * users below; roles are groups, named by role and organization. Two ids that differ in case alone
 * cannot be there together.
 */
public final class FixtureEntries {

  /** Unknown to us: nobody can log in by it. */
  private static final String NO_PASSWORD = "{CRYPT}*";

  /** What may differ between two fixtures for one entry. */
  private static final List<String> CHANGEABLE =
      List.of("cn", "sn", "loginShell", "gecos", "pwdAccountLockedTime", "member");

  private final LDAPInterface server;
  private final DN organizations;
  private final DN groups;
  private final Attribute locked;

  /**
   * Makes room for fixtures in a server.
   *
   * @param server a connection that may write
   * @param baseDn an entry that is there
   */
  public FixtureEntries(LDAPInterface server, String baseDn) {
    this.server = server;
    try {
      this.organizations = new DN("ou=organizations," + baseDn);
      this.groups = new DN("ou=groups," + baseDn);
      FixtureSchema.teach(server);
      this.locked = locked(server.getSchema());
      for (DN container : List.of(organizations, groups)) {
        if (server.getEntry(container.toString()) == null) {
          server.add(unit(container));
        }
      }
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  /** As ppolicy does; 389 Directory Server knows nothing of it. */
  private static Attribute locked(Schema schema) {
    return schema == null || schema.getAttributeType("pwdAccountLockedTime") != null
        ? new Attribute("pwdAccountLockedTime", "20200101000000Z")
        : new Attribute("gecos", "locked");
  }

  /** The keys of the provider under which it sees the fixture, without their scope. */
  public static Map<String, String> keys(String baseDn) {
    return Map.ofEntries(
        Map.entry("preset", "openldap"),
        Map.entry("base-dn", baseDn),
        Map.entry("users.base-dn", "ou=organizations," + baseDn),
        Map.entry("users.login-attribute", "cn"),
        Map.entry("users.inactive-filter", "(loginShell=/sbin/nologin)"),
        Map.entry("users.locked-filter", "(gecos=locked)"),
        Map.entry("organization.dn-component", "ou"),
        Map.entry("groups.base-dn", "ou=groups," + baseDn),
        Map.entry("group-pattern", "(?<role>[^:]+)(:(?<organization>.+))?"));
  }

  /** Makes the server hold exactly a fixture; it is in force on return. */
  public void fill(DirectoryFixture fixture) {
    Map<DN, Entry> wanted = new LinkedHashMap<>();
    for (Entry entry : entries(fixture)) {
      wanted.put(dn(entry), entry);
    }
    try {
      List<Entry> there = there();
      Set<DN> gone = gone(there, wanted);
      for (DN dn : gone.stream().sorted(Comparator.comparing(FixtureEntries::depth)).toList()) {
        server.delete(dn.toString());
      }
      // Members of a group may have gone with their entries: what is there is read anew.
      for (Entry entry : there()) {
        change(entry, wanted.remove(dn(entry)));
      }
      for (Entry entry : wanted.values()) {
        server.add(entry);
      }
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  private static int depth(DN dn) {
    return -dn.getRDNs().length;
  }

  private List<Entry> there() throws LDAPException {
    List<Entry> there = new ArrayList<>();
    for (DN container : List.of(organizations, groups)) {
      server
          .search(
              container.toString(), SearchScope.SUB, "(objectClass=*)", "*", "pwdAccountLockedTime")
          .getSearchEntries()
          .stream()
          .filter(entry -> !dn(entry).equals(container))
          .forEach(there::add);
    }
    return there;
  }

  /** Those that are not wanted, or differ in more than can be changed, with all below them. */
  private static Set<DN> gone(List<Entry> there, Map<DN, Entry> wanted) {
    Set<DN> gone = new HashSet<>();
    for (Entry entry : there) {
      Entry same = wanted.get(dn(entry));
      if (same == null || !isSameKind(entry, same)) {
        there.stream()
            .map(FixtureEntries::dn)
            .filter(other -> other.isDescendantOf(dn(entry), true))
            .forEach(gone::add);
      }
    }
    return gone;
  }

  private static boolean isSameKind(Entry entry, Entry wanted) {
    String id = dn(wanted).getRDN().getAttributeNames()[0];
    return values(entry, id).equals(values(wanted, id))
        && entry.hasObjectClass("inetOrgPerson") == wanted.hasObjectClass("inetOrgPerson");
  }

  private void change(Entry entry, Entry wanted) throws LDAPException {
    List<Modification> changes = new ArrayList<>();
    String id = dn(wanted).getRDN().getAttributeNames()[0];
    for (String name : CHANGEABLE) {
      Set<String> values = values(wanted, name);
      if (!name.equals(id) && !values.equals(values(entry, name))) {
        changes.add(
            new Modification(ModificationType.REPLACE, name, values.toArray(String[]::new)));
      }
    }
    if (!changes.isEmpty()) {
      server.modify(entry.getDN(), changes);
    }
  }

  private static Set<String> values(Entry entry, String attribute) {
    String[] values = entry.getAttributeValues(attribute);
    return values == null ? Set.of() : new HashSet<>(Arrays.asList(values));
  }

  private Collection<Entry> entries(DirectoryFixture fixture) {
    List<Entry> entries = new ArrayList<>();
    for (Organization organization : fixture.organizations()) {
      entries.add(unit(unitOf(organization.organizationId())));
    }
    Map<String, DN> users = new LinkedHashMap<>();
    for (User user : fixture.users()) {
      Entry entry = entry(user);
      users.put(user.userId(), dn(entry));
      entries.add(entry);
    }
    Map<DN, Entry> roles = new LinkedHashMap<>();
    for (Membership membership : fixture.memberships()) {
      for (String role : membership.roles()) {
        DN dn = groupOf(role, membership);
        roles.computeIfAbsent(dn, FixtureEntries::group);
        roles.get(dn).addAttribute("member", users.get(membership.userId()).toString());
      }
    }
    entries.addAll(roles.values());
    return entries;
  }

  private static Entry unit(DN dn) {
    return new Entry(
        dn,
        new Attribute("objectClass", "top", "organizationalUnit"),
        new Attribute("ou", dn.getRDN().getAttributeValues()[0]));
  }

  private DN unitOf(String organizationId) {
    return new DN(new RDN("ou", organizationId), organizations);
  }

  private DN groupOf(String role, Membership membership) {
    String name = membership.organizationId().map(id -> role + ":" + id).orElse(role);
    return new DN(new RDN("cn", name), groups);
  }

  private static Entry group(DN dn) {
    return new Entry(
        dn,
        new Attribute("objectClass", "top", "groupOfNames"),
        new Attribute("cn", dn.getRDN().getAttributeValues()[0]));
  }

  private Entry entry(User user) {
    Entry entry =
        new Entry(
            new DN(new RDN("uid", user.userId()), unitOf(user.organizationId())),
            new Attribute("objectClass", "top", "posixAccount"),
            new Attribute("uid", user.userId()),
            new Attribute("cn", user.loginName()),
            new Attribute("uidNumber", "20000"),
            new Attribute("gidNumber", "20000"),
            new Attribute("homeDirectory", "/nonexistent"),
            new Attribute(
                "loginShell", user.state() == UserState.INACTIVE ? "/sbin/nologin" : "/bin/sh"));
    if (user.kind() == UserKind.HUMAN) {
      entry.addAttribute("objectClass", "person", "organizationalPerson", "inetOrgPerson");
      entry.addAttribute("sn", user.loginName());
    } else {
      entry.addAttribute("objectClass", "account", "simpleSecurityObject");
      entry.addAttribute("userPassword", NO_PASSWORD);
    }
    if (user.state() == UserState.LOCKED) {
      entry.addAttribute(locked);
    }
    return entry;
  }

  private static DN dn(Entry entry) {
    try {
      return entry.getParsedDN();
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }
}
