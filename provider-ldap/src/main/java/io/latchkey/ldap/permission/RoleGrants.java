package io.latchkey.ldap.permission;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which groups grant which roles where.
 *
 * @param grants roles for groups that are named
 * @param pattern roles for groups by their names; absent if names grant nothing
 * @param roles the roles that there are
 */
public record RoleGrants(List<Grant> grants, Optional<GroupPattern> pattern, Roles roles) {

  /** Takes a copy. */
  public RoleGrants {
    grants = List.copyOf(grants);
    requireNonNull(pattern, "pattern");
    requireNonNull(roles, "roles");
  }

  /** What of it matters for one organization. */
  RelevantGroups in(String organizationId) {
    return where(place -> place.isEmpty() || place.get().equals(organizationId), pattern);
  }

  /** What of it matters in some organization alone, and not in the whole instance. */
  RelevantGroups inOrganizations() {
    return where(Optional::isPresent, pattern.filter(GroupPattern::hasOrganization));
  }

  private RelevantGroups where(Predicate<Optional<String>> matters, Optional<GroupPattern> byName) {
    return new RelevantGroups(
        matters,
        grants.stream()
            .filter(grant -> matters.test(grant.organizationId()))
            .collect(
                Collectors.groupingBy(
                    Grant::group,
                    Collectors.flatMapping(Grant::granted, Collectors.toUnmodifiableList()))),
        byName,
        roles);
  }
}
