package io.latchkey.ldap.permission;

import com.unboundid.ldap.sdk.DN;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The groups that grant a role where it matters, for a membership in any other changes nothing.
 *
 * @param matters whether a role matters that holds in an organization, or in the whole instance
 * @param named the roles of groups that are named, as far as they matter
 * @param pattern the roles of groups by their names
 * @param roles the roles that there are
 */
record RelevantGroups(
    Predicate<Optional<String>> matters,
    Map<DN, List<GrantedRole>> named,
    Optional<GroupPattern> pattern,
    Roles roles) {

  /** Whether no group can grant anything. */
  boolean isNone() {
    return named.isEmpty() && pattern.isEmpty();
  }

  /** The roles that some groups grant, as far as they matter. */
  Set<GrantedRole> rolesOf(Collection<Group> groups) {
    return groups.stream().flatMap(this::rolesOf).collect(Collectors.toSet());
  }

  private Stream<GrantedRole> rolesOf(Group group) {
    return Stream.concat(
        named.getOrDefault(group.dn(), List.of()).stream(),
        group.names().stream().flatMap(this::rolesByName));
  }

  /** A name that only looks like one of ours grants nothing. */
  private Stream<GrantedRole> rolesByName(String name) {
    return pattern
        .flatMap(form -> form.grantedBy(name))
        .filter(granted -> matters.test(granted.organizationId()))
        .filter(granted -> roles.isKnown(granted.role()))
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
