package io.latchkey.ldap.permission;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.ldap.directory.UserEntries;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import java.util.Optional;
import java.util.Set;

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
    RelevantGroups relevant = settings.grants().in(request.organizationId());
    if (relevant.isNone()) {
      return PermissionDecision.NO_MEMBERSHIP;
    }
    String userId = request.caller().userId();
    Optional<SearchResultEntry> user = users.find(userId);
    if (user.isEmpty()) {
      return PermissionDecision.NO_MEMBERSHIP;
    }
    Set<String> granted = relevant.rolesOf(lookup.groups(user.get(), userId, relevant));
    if (granted.isEmpty()) {
      return PermissionDecision.NO_MEMBERSHIP;
    }
    return settings.grants().roles().anyHolds(granted, request.permission())
        ? PermissionDecision.PERMIT
        : PermissionDecision.PERMISSION_MISSING;
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
