package io.latchkey.ldap.permission;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.MatchedValuesFilter;
import com.unboundid.ldap.sdk.controls.MatchedValuesRequestControl;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.ldap.directory.UserSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Groups that hold the user, by the server's index of members: how many members a group has does
 * not matter. For nested groups, one search a level asks for the groups that hold those groups.
 */
final class MemberSearch implements GroupLookup {

  /** How many conditions are asked for at once. */
  private static final int CHUNK = 50;

  private final LdapAccess access;
  private final UserSettings users;
  private final GroupSettings settings;
  private final RangedValues members;

  MemberSearch(LdapAccess access, UserSettings users, GroupSettings settings) {
    this.access = access;
    this.users = users;
    this.settings = settings;
    this.members = new RangedValues(access, settings.memberAttribute());
  }

  @Override
  public List<String> attributes() {
    return List.of();
  }

  @Override
  public Collection<Group> groups(SearchResultEntry user, String userId, RelevantGroups relevant) {
    return switch (settings.memberValue()) {
      case DN ->
          settings.nested() ? nested(user) : search(onlyRelevant(holding(user.getDN()), relevant));
      case ID -> holdingExactly(userId, relevant);
      case LOGIN -> holdingExactly(users.loginOf(user, userId), relevant);
    };
  }

  private Collection<Group> nested(SearchResultEntry user) {
    Map<DN, Group> groups = new LinkedHashMap<>();
    List<String> members = List.of(user.getDN());
    for (int level = 0; level < LEVELS && !members.isEmpty(); level++) {
      List<String> found = new ArrayList<>();
      for (Group group : chunks(members).flatMap(chunk -> search(anyOf(chunk)).stream()).toList()) {
        if (groups.putIfAbsent(group.dn(), group) == null) {
          found.add(group.dn().toString());
        }
      }
      members = found;
    }
    return groups.values();
  }

  private static Stream<List<String>> chunks(List<String> all) {
    return IntStream.iterate(0, start -> start < all.size(), start -> start + CHUNK)
        .mapToObj(start -> all.subList(start, Math.min(start + CHUNK, all.size())));
  }

  private Filter anyOf(List<String> memberDns) {
    return Filter.createORFilter(memberDns.stream().map(this::holding).toList());
  }

  private Filter holding(String member) {
    return Filter.createEqualityFilter(settings.memberAttribute(), member);
  }

  /** Groups that no grant names matter only where names grant something. */
  private static Filter onlyRelevant(Filter members, RelevantGroups relevant) {
    return relevant.pattern().isPresent() || relevant.named().size() > CHUNK
        ? members
        : Filter.createANDFilter(
            members,
            Filter.createORFilter(
                relevant.named().keySet().stream().map(MemberSearch::isCalled).toList()));
  }

  private static Filter isCalled(DN group) {
    RDN rdn = group.getRDN();
    return Filter.createANDFilter(
        IntStream.range(0, rdn.getValueCount())
            .mapToObj(
                i ->
                    Filter.createEqualityFilter(
                        rdn.getAttributeNames()[i], rdn.getByteArrayAttributeValues()[i]))
            .toList());
  }

  private List<Group> search(Filter condition) {
    return collect(request(condition, settings.nameAttribute())).stream()
        .map(entry -> Group.of(entry, settings.nameAttribute()))
        .toList();
  }

  private SearchRequest request(Filter condition, String... attributes) {
    return new SearchRequest(
        settings.base().toString(),
        SearchScope.SUB,
        Filter.createANDFilter(condition, settings.filter()),
        attributes);
  }

  private List<SearchResultEntry> collect(SearchRequest request) {
    return access.<List<SearchResultEntry>>collect(request, ArrayList::new, List::add);
  }

  /**
   * A text is compared here, too, character by character; servers that know how (<a
   * href="https://www.rfc-editor.org/rfc/rfc3876">RFC 3876</a>) give this member alone.
   */
  private List<Group> holdingExactly(String member, RelevantGroups relevant) {
    SearchRequest request =
        request(
            onlyRelevant(holding(member), relevant),
            settings.nameAttribute(),
            settings.memberAttribute());
    request.addControl(
        new MatchedValuesRequestControl(
            false,
            MatchedValuesFilter.createEqualityFilter(settings.memberAttribute(), member),
            MatchedValuesFilter.createPresentFilter(settings.nameAttribute())));
    ASN1OctetString octets = new ASN1OctetString(member);
    return collect(request).stream()
        .filter(entry -> members.of(entry).stream().anyMatch(octets::equalsIgnoreType))
        .map(entry -> Group.of(entry, settings.nameAttribute()))
        .toList();
  }
}
