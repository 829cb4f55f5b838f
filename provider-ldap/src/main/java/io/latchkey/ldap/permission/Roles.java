package io.latchkey.ldap.permission;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which roles there are, and the permissions that each holds. Where a role holds, the grant says:
 * an {@code IAM_…} role that is granted in one organization holds there only.
 */
public final class Roles {

  private static final Set<String> ALL = Set.of("user.read", "user.write");
  private static final Set<String> READ = Set.of("user.read");
  private static final Map<String, Set<String>> DEFAULTS =
      Map.of(
          "IAM_OWNER", ALL,
          "IAM_ORG_MANAGER", ALL,
          "IAM_USER_MANAGER", ALL,
          "ORG_OWNER", ALL,
          "ORG_USER_MANAGER", ALL,
          "IAM_OWNER_VIEWER", READ,
          "ORG_OWNER_VIEWER", READ);

  private final Map<String, Set<String>> permissions;

  private Roles(Map<String, Set<String>> permissions) {
    this.permissions = Map.copyOf(permissions);
  }

  /**
   * The default roles and the operator's.
   *
   * @param configured permissions by role; a default role that is named has these instead
   * @return the roles
   */
  public static Roles with(Map<String, Set<String>> configured) {
    Map<String, Set<String>> permissions = new HashMap<>(DEFAULTS);
    permissions.putAll(configured);
    return new Roles(permissions);
  }

  /**
   * Whether there is a role.
   *
   * @param role the name of a role
   * @return true if it is known
   */
  public boolean isKnown(String role) {
    return permissions.containsKey(role);
  }

  /** Whether one of some roles holds a permission; a role that is not known holds none. */
  boolean anyHolds(Collection<String> roles, String permission) {
    return roles.stream()
        .anyMatch(role -> permissions.getOrDefault(role, Set.of()).contains(permission));
  }
}
