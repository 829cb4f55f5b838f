package io.latchkey.ldap.permission;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.ldap.connection.LdapAccess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Active Directory follows nested groups by itself ([MS-ADTS] 3.1.1.3.4.4.3,
 * LDAP_MATCHING_RULE_IN_CHAIN). It is quick when it is asked of one group, and slow of all: groups
 * that are named are asked one by one. A user's primary group is not among its groups there.
 */
final class InChainSearch implements GroupLookup {

  private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

  private final LdapAccess access;
  private final GroupSettings settings;

  InChainSearch(LdapAccess access, GroupSettings settings) {
    this.access = access;
    this.settings = settings;
  }

  @Override
  public List<String> attributes() {
    return List.of();
  }

  @Override
  public Collection<Group> groups(SearchResultEntry user, String userId, RelevantGroups relevant) {
    Filter filter =
        Filter.createANDFilter(
            Filter.createExtensibleMatchFilter(
                settings.memberAttribute(), IN_CHAIN, false, user.getDN()),
            settings.filter());
    List<Group> groups = new ArrayList<>();
    for (DN group : relevant.named().keySet()) {
      read(group, filter).ifPresent(groups::add);
    }
    if (relevant.pattern().isPresent()) {
      groups.addAll(search(filter));
    }
    return groups;
  }

  private Optional<Group> read(DN group, Filter filter) {
    return access
        .read(group, filter, settings.nameAttribute())
        // By the DN of the grant: that of the answer may be spelled with other attribute names.
        .map(entry -> new Group(group, List.of()));
  }

  private List<Group> search(Filter filter) {
    return access.<List<Group>>collect(
        settings.base(),
        SearchScope.SUB,
        filter,
        ArrayList::new,
        (groups, entry) -> groups.add(Group.of(entry, settings.nameAttribute())),
        settings.nameAttribute());
  }
}
