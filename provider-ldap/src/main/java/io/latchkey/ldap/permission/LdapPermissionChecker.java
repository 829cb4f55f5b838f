package io.latchkey.ldap.permission;

import static java.util.Objects.requireNonNull;

import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.ldap.directory.UserEntries;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.spi.permission.PermittedOrganizations;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides by the groups of a directory server, asked at each call: a membership that was withdrawn
 * is not honoured by the next call that reaches the changed server.
 */
public final class LdapPermissionChecker implements PermissionChecker {

  private final LdapAccess access;
  private final PermissionSettings settings;
  private final GroupLookup lookup;
  private final UserEntries users;

  /**
   * Creates a checker.
   *
   * @param access the server, which this checker is the only one to close
   * @param settings what the operator has set
   */
  public LdapPermissionChecker(LdapAccess access, PermissionSettings settings) {
    this.access = requireNonNull(access, "access");
    this.settings = requireNonNull(settings, "settings");
    this.lookup = GroupLookup.of(access, settings.users(), settings.groups());
    this.users = new UserEntries(access, settings.users(), lookup.attributes());
  }

  @Override
  public PermissionDecision check(PermissionRequest request) {
    requireNonNull(request, "request");
    access.requireOpen();
    Set<String> granted =
        granted(request.caller(), settings.grants().in(request.organizationId())).stream()
            .map(GrantedRole::role)
            .collect(Collectors.toSet());
    if (granted.isEmpty()) {
      return PermissionDecision.NO_MEMBERSHIP;
    }
    return settings.grants().roles().anyHolds(granted, request.permission())
        ? PermissionDecision.PERMIT
        : PermissionDecision.PERMISSION_MISSING;
  }

  @Override
  public Optional<PermittedOrganizations> permittedOrganizations() {
    return Optional.of(this::organizations);
  }

  private Set<String> organizations(Caller caller, String permission) {
    requireNonNull(caller, "caller");
    requireNonNull(permission, "permission");
    access.requireOpen();
    Roles roles = settings.grants().roles();
    return granted(caller, settings.grants().inOrganizations()).stream()
        .filter(granted -> roles.anyHolds(Set.of(granted.role()), permission))
        .flatMap(granted -> granted.organizationId().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<GrantedRole> granted(Caller caller, RelevantGroups relevant) {
    if (relevant.isNone()) {
      return Set.of();
    }
    String userId = caller.userId();
    return users
        .find(userId)
        .map(user -> relevant.rolesOf(lookup.groups(user, userId, relevant)))
        .orElse(Set.of());
  }

  @Override
  public CheckResult check() {
    access.requireOpen();
    CheckResult ofUsers = users.check();
    return ofUsers.isOk() ? access.check("ldap.groups.base-dn", settings.groups().base()) : ofUsers;
  }

  @Override
  public void close() {
    access.close();
  }
}
