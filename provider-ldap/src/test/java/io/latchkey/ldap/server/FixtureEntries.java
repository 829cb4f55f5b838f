package io.latchkey.ldap.server;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import io.latchkey.tck.DirectoryFixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fixtures in a server, one in place of the other; entries that stay are the same ones. */
public final class FixtureEntries {

  /** What may differ between two fixtures for one entry. */
  private static final List<String> CHANGEABLE =
      List.of("o", "cn", "sn", "loginShell", "gecos", "pwdAccountLockedTime", "member");

  private final LDAPInterface server;
  private final FixtureLayout layout;

  /**
   * Makes room for fixtures in a server.
   *
   * @param server a connection that may write
   * @param baseDn an entry that is there
   */
  public FixtureEntries(LDAPInterface server, String baseDn) {
    this.server = server;
    try {
      FixtureSchema.teach(server);
      this.layout = new FixtureLayout(baseDn, locked(server.getSchema()));
      for (Entry container : layout.containers()) {
        if (server.getEntry(container.getDN()) == null) {
          server.add(container);
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
    return FixtureLayout.keys(baseDn);
  }

  /** Makes the server hold exactly a fixture; it is in force on return. */
  public void fill(DirectoryFixture fixture) {
    Map<DN, Entry> wanted = new LinkedHashMap<>();
    for (Entry entry : layout.entries(fixture)) {
      wanted.put(dn(entry), entry);
    }
    try {
      for (Entry entry : there()) {
        Entry same = wanted.get(dn(entry));
        if (same == null || !isSameKind(entry, same)) {
          server.delete(entry.getDN());
        }
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

  private List<Entry> there() throws LDAPException {
    List<Entry> there = new ArrayList<>();
    for (Entry container : layout.containers()) {
      there.addAll(
          server
              .search(
                  container.getDN(),
                  SearchScope.ONE,
                  "(objectClass=*)",
                  "*",
                  "pwdAccountLockedTime")
              .getSearchEntries());
    }
    return there;
  }

  /** It cannot be changed whether an entry is a person. */
  private static boolean isSameKind(Entry entry, Entry wanted) {
    return entry.hasObjectClass("inetOrgPerson") == wanted.hasObjectClass("inetOrgPerson");
  }

  private void change(Entry entry, Entry wanted) throws LDAPException {
    List<Modification> changes = new ArrayList<>();
    for (String name : CHANGEABLE) {
      Set<String> values = values(wanted, name);
      if (!values.equals(values(entry, name))) {
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

  private static DN dn(Entry entry) {
    try {
      return entry.getParsedDN();
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }
}
