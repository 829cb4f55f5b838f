package io.latchkey.ldap.permission;

import static java.util.Objects.requireNonNull;

import io.latchkey.ldap.directory.UserSettings;

/**
 * What an operator has set about permissions.
 *
 * @param users how users are found and named
 * @param groups how groups are found
 * @param grants which of them grant which roles
 */
public record PermissionSettings(UserSettings users, GroupSettings groups, RoleGrants grants) {

  /** Refuses null components. */
  public PermissionSettings {
    requireNonNull(users, "users");
    requireNonNull(groups, "groups");
    requireNonNull(grants, "grants");
  }
}
