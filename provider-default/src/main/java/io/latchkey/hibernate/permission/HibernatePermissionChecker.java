package io.latchkey.hibernate.permission;

import static java.util.Objects.requireNonNull;

import io.latchkey.hibernate.database.DatabaseAccess;
import io.latchkey.hibernate.database.StorableText;
import io.latchkey.hibernate.directory.MembershipKey;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.spi.permission.PermittedOrganizations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides by the role grants in a relational database, with one query at each call. */
public final class HibernatePermissionChecker implements PermissionChecker {

  private static final String ROLES =
      "select role from latchkey_membership where user_id = :userId"
          + " and organization_id in (:organizationId, :wholeInstance)";

  private static final String ORGANIZATIONS =
      "select organization_id, role from latchkey_membership where user_id = :userId"
          + " and organization_id <> :wholeInstance";

  private final DatabaseAccess database;
  private final Roles roles;

  /**
   * Creates a checker.
   *
   * @param database the database, which this checker is the only one to close
   * @param roles the roles that there are
   */
  public HibernatePermissionChecker(DatabaseAccess database, Roles roles) {
    this.database = requireNonNull(database, "database");
    this.roles = requireNonNull(roles, "roles");
  }

  @Override
  public PermissionDecision check(PermissionRequest request) {
    requireNonNull(request, "request");
    List<String> granted = granted(request.caller().userId(), request.organizationId());
    if (granted.isEmpty()) {
      return PermissionDecision.NO_MEMBERSHIP;
    }
    return roles.anyHolds(granted, request.permission())
        ? PermissionDecision.PERMIT
        : PermissionDecision.PERMISSION_MISSING;
  }

  private List<String> granted(String userId, String organizationId) {
    String existing =
        StorableText.is(organizationId) ? organizationId : MembershipKey.WHOLE_INSTANCE;
    return database.read(
        session ->
            StorableText.is(userId)
                ? session
                    .createNativeQuery(ROLES, String.class)
                    .addScalar("role", String.class) // or PostgreSQL is asked what it is
                    .setParameter("userId", userId)
                    .setParameter("organizationId", existing)
                    .setParameter("wholeInstance", MembershipKey.WHOLE_INSTANCE)
                    .getResultList()
                : List.<String>of());
  }

  @Override
  public Optional<PermittedOrganizations> permittedOrganizations() {
    return Optional.of(this::organizations);
  }

  private Set<String> organizations(Caller caller, String permission) {
    requireNonNull(caller, "caller");
    requireNonNull(permission, "permission");
    return grantedInOrganizations(caller.userId()).stream()
        .filter(row -> roles.anyHolds(List.of((String) row[1]), permission))
        .map(row -> (String) row[0])
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<Object[]> grantedInOrganizations(String userId) {
    return database.read(
        session ->
            StorableText.is(userId)
                ? session
                    .createNativeQuery(ORGANIZATIONS, Object[].class)
                    .setParameter("userId", userId)
                    .setParameter("wholeInstance", MembershipKey.WHOLE_INSTANCE)
                    .getResultList()
                : List.<Object[]>of());
  }

  @Override
  public CheckResult check() {
    return database.check();
  }

  @Override
  public void close() {
    database.close();
  }
}
