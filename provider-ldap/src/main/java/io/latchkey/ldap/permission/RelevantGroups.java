package io.latchkey.ldap.permission;

import com.unboundid.ldap.sdk.DN;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The groups that grant a role in one organization, for a membership in any other changes nothing.
 *
 * @param organizationId the organization
 * @param named the roles of groups that are named
 * @param pattern the roles of groups by their names
 * @param roles the roles that there are
 */
record RelevantGroups(
    String organizationId,
    Map<DN, List<String>> named,
    Optional<GroupPattern> pattern,
    Roles roles) {

  /** Whether no group can grant anything. */
  boolean isNone() {
    return named.isEmpty() && pattern.isEmpty();
  }

  /** The roles that some groups grant. */
  Set<String> rolesOf(Collection<Group> groups) {
    return groups.stream().flatMap(this::rolesOf).collect(Collectors.toSet());
  }

  private Stream<String> rolesOf(Group group) {
    return Stream.concat(
        named.getOrDefault(group.dn(), List.of()).stream(),
        group.names().stream().flatMap(this::rolesByName));
  }

  /** A name that only looks like one of ours grants nothing. */
  private Stream<String> rolesByName(String name) {
    return pattern
        .flatMap(form -> form.roleIn(organizationId, name))
        .filter(roles::isKnown)
        .stream();
  }

  /** Whether a group may grant something, as far as its DN can tell. */
  boolean mayContain(DN group, String nameAttribute) {
    return named.containsKey(group)
        || (pattern.isPresent()
            && Group.nameIn(group, nameAttribute)
                .map(name -> rolesByName(name).findAny().isPresent())
                .orElse(true));
  }
}
