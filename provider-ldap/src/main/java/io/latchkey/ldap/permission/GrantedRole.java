package io.latchkey.ldap.permission;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A role that a group grants.
 *
 * @param role the role
 * @param organizationId where it holds; absent for the whole instance
 */
record GrantedRole(String role, Optional<String> organizationId) {

  GrantedRole {
    requireNonNull(role, "role");
    requireNonNull(organizationId, "organizationId");
  }
}
