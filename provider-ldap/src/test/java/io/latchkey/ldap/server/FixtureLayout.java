package io.latchkey.ldap.server;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.DirectoryFixture.Membership;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The entries of a fixture: units for organizations, which their users name; groups for roles,
 * named by role and organization. No DN has anything of an id, so that ids which a server takes for
 * one in a DN may be there together.
 */
final class FixtureLayout {

  /** Unknown to us: nobody can log in by it. */
  private static final String NO_PASSWORD = "{CRYPT}*";

  private final DN organizations;
  private final DN people;
  private final DN groups;
  private final Attribute locked;

  FixtureLayout(String baseDn, Attribute locked) throws LDAPException {
    this.organizations = new DN("ou=organizations," + baseDn);
    this.people = new DN("ou=people," + baseDn);
    this.groups = new DN("ou=groups," + baseDn);
    this.locked = locked;
  }

  /** The keys of the provider under which it sees the fixture, without their scope. */
  static Map<String, String> keys(String baseDn) {
    return Map.ofEntries(
        Map.entry("preset", "openldap"),
        Map.entry("base-dn", baseDn),
        Map.entry("users.base-dn", "ou=people," + baseDn),
        Map.entry("users.login-attribute", "cn"),
        Map.entry("users.inactive-filter", "(loginShell=/sbin/nologin)"),
        Map.entry("users.locked-filter", "(gecos=locked)"),
        Map.entry("organization.attribute", "o"),
        Map.entry("organizations.base-dn", "ou=organizations," + baseDn),
        Map.entry("organizations.id-attribute", "ou"),
        Map.entry("groups.base-dn", "ou=groups," + baseDn),
        Map.entry("group-pattern", "(?<role>[^:]+)(:(?<organization>.+))?"));
  }

  /** The entries above all others, which stay. */
  List<Entry> containers() {
    return List.of(organizations, people, groups).stream()
        .map(dn -> unit(dn, dn.getRDN().getAttributeValues()[0]))
        .toList();
  }

  /** All entries below the containers, those that others name before them. */
  List<Entry> entries(DirectoryFixture fixture) {
    List<Entry> entries = new ArrayList<>();
    for (Organization organization : fixture.organizations()) {
      String id = organization.organizationId();
      entries.add(unit(below(organizations, id), id));
    }
    fixture.users().forEach(user -> entries.add(entry(user)));
    Map<String, Entry> roles = new LinkedHashMap<>();
    for (Membership membership : fixture.memberships()) {
      for (String role : membership.roles()) {
        String name = membership.organizationId().map(id -> role + ":" + id).orElse(role);
        roles
            .computeIfAbsent(name, this::group)
            .addAttribute("member", below(people, membership.userId()).toString());
      }
    }
    entries.addAll(roles.values());
    return entries;
  }

  private static DN below(DN container, String id) {
    UUID name = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    return new DN(new RDN("description", name.toString()), container);
  }

  private static Entry unit(DN dn, String id) {
    return new Entry(
        dn, new Attribute("objectClass", "top", "organizationalUnit"), new Attribute("ou", id));
  }

  private Entry group(String name) {
    return new Entry(
        below(groups, name),
        new Attribute("objectClass", "top", "groupOfNames"),
        new Attribute("cn", name));
  }

  private Entry entry(User user) {
    Entry entry =
        new Entry(
            below(people, user.userId()),
            new Attribute("objectClass", "top", "posixAccount"),
            new Attribute("uid", user.userId()),
            new Attribute("o", user.organizationId()),
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
}
