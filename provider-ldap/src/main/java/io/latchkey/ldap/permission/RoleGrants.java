package io.latchkey.ldap.permission;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    return new RelevantGroups(
        organizationId,
        grants.stream()
            .filter(grant -> grant.holdsIn(organizationId))
            .collect(
                Collectors.toUnmodifiableMap(
                    Grant::group,
                    Grant::roles,
                    (some, others) -> Stream.concat(some.stream(), others.stream()).toList())),
        pattern,
        roles);
  }
}
