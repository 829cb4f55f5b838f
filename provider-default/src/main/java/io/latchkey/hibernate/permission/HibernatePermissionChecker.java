package io.latchkey.hibernate.permission;

import static java.util.Objects.requireNonNull;

import io.latchkey.hibernate.database.DatabaseAccess;
import io.latchkey.hibernate.directory.MembershipKey;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import java.util.List;

/** Decides by the role grants in a relational database, with one query at each call. */
public final class HibernatePermissionChecker implements PermissionChecker {

  private static final String ROLES =
      "select role from latchkey_membership where user_id = :userId"
          + " and organization_id in (:organizationId, :wholeInstance)";

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
    List<String> granted =
        database.read(
            session ->
                session
                    .createNativeQuery(ROLES, String.class)
                    .setParameter("userId", request.caller().userId())
                    .setParameter("organizationId", request.organizationId())
                    .setParameter("wholeInstance", MembershipKey.WHOLE_INSTANCE)
                    .getResultList());
    if (granted.isEmpty()) {
      return PermissionDecision.NO_MEMBERSHIP;
    }
    return roles.anyHolds(granted, request.permission())
        ? PermissionDecision.PERMIT
        : PermissionDecision.PERMISSION_MISSING;
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
