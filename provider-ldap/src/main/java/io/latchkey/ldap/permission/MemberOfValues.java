package io.latchkey.ldap.permission;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.ldap.directory.CouldNotTell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The user's entry names the groups. Each that matters is looked at all the same: one that is gone,
 * or that the operator's filter does not match, is none. Nested groups are read one by one: where
 * the server does not put them into the attribute by itself, another lookup is quicker.
 */
final class MemberOfValues implements GroupLookup {

  private final LdapAccess access;
  private final GroupSettings settings;
  private final RangedValues values;

  MemberOfValues(LdapAccess access, GroupSettings settings) {
    this.access = access;
    this.settings = settings;
    this.values = new RangedValues(access, settings.memberOfAttribute());
  }

  @Override
  public List<String> attributes() {
    return List.of(settings.memberOfAttribute());
  }

  @Override
  public Collection<Group> groups(SearchResultEntry user, String userId, RelevantGroups relevant) {
    List<Group> groups = new ArrayList<>();
    Set<DN> seen = new HashSet<>();
    List<SearchResultEntry> holders = List.of(user);
    for (int level = 0; level < LEVELS && !holders.isEmpty(); level++) {
      List<SearchResultEntry> found = new ArrayList<>();
      for (SearchResultEntry holder : holders) {
        for (DN group : groupsIn(holder)) {
          if (isOfInterest(group, relevant) && seen.add(group)) {
            read(group).ifPresent(found::add);
          }
        }
      }
      found.forEach(group -> groups.add(Group.of(group, settings.nameAttribute())));
      holders = settings.nested() ? found : List.of();
    }
    return groups;
  }

  /** Any group may lead to one that matters. */
  private boolean isOfInterest(DN group, RelevantGroups relevant) {
    boolean isNamed = relevant.named().containsKey(group);
    return isNamed
        || (group.isDescendantOf(settings.base(), true)
            && (settings.nested() || relevant.mayContain(group, settings.nameAttribute())));
  }

  private Optional<SearchResultEntry> read(DN group) {
    return settings.nested()
        ? access.read(
            group, settings.filter(), settings.nameAttribute(), settings.memberOfAttribute())
        : access.read(group, settings.filter(), settings.nameAttribute());
  }

  private List<DN> groupsIn(SearchResultEntry holder) {
    return values.of(holder).stream().map(MemberOfValues::dn).toList();
  }

  private static DN dn(ASN1OctetString value) {
    try {
      return new DN(value.stringValue());
    } catch (LDAPException e) {
      throw CouldNotTell.because("the directory server names a group by what is no DN");
    }
  }
}
