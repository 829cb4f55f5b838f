package io.latchkey.keycloak.permission;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.service.Permission;
import io.latchkey.hibernate.database.StorableText;
import io.latchkey.keycloak.directory.RealmOrganizations;
import io.latchkey.keycloak.directory.RealmUserDirectory;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import java.util.Optional;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Decides by what Keycloak lets an administrator do: {@code user.write} is to manage the user,
 * {@code user.read} to view it, roles and fine-grained permissions alike. Where no user is named or
 * it is not in the organization, it is to manage or view all users or the organization: that alone
 * reaches no token of anybody.
 *
 * <p>For one thread, as the session is.
 */
public final class RealmPermissionChecker implements PermissionChecker {

  private final Actor actor;
  private final RealmUserDirectory users;
  private final RealmOrganizations organizations;

  /**
   * Creates a checker.
   *
   * @param actor who acts
   * @param users the users of the realm
   * @param organizations the organizations of the realm
   */
  public RealmPermissionChecker(
      Actor actor, RealmUserDirectory users, RealmOrganizations organizations) {
    this.actor = actor;
    this.users = users;
    this.organizations = organizations;
  }

  @Override
  public PermissionDecision check(PermissionRequest request) {
    requireNonNull(request, "request");
    try {
      return actor
          .evaluator(request.caller())
          .map(evaluator -> decide(evaluator, request))
          .orElse(PermissionDecision.NO_MEMBERSHIP);
    } catch (RuntimeException e) {
      throw new ProviderUnavailableException(
          "the permissions of the realm cannot be asked: " + e.getClass().getSimpleName(),
          Effect.NONE,
          e);
    }
  }

  private PermissionDecision decide(AdminPermissionEvaluator evaluator, PermissionRequest request) {
    Optional<UserModel> user =
        request
            .userId()
            .filter(StorableText::is)
            .flatMap(users::model)
            .filter(found -> organizations.of(found).equals(request.organizationId()));
    Optional<OrganizationModel> organization =
        Optional.of(request.organizationId()).filter(StorableText::is).flatMap(organizations::find);
    boolean views = mayView(evaluator, user, organization);
    boolean permits =
        request.permission().equals(Permission.USER_READ.text())
            ? views
            : request.permission().equals(Permission.USER_WRITE.text())
                && mayManage(evaluator, user, organization);
    if (permits) {
      return PermissionDecision.PERMIT;
    }
    return views || evaluator.hasOneAdminRole(AdminRoles.ALL_REALM_ROLES)
        ? PermissionDecision.PERMISSION_MISSING
        : PermissionDecision.NO_MEMBERSHIP;
  }

  /** One user is decided by what is said of that one, which may be less than what is of all. */
  private static boolean mayManage(
      AdminPermissionEvaluator evaluator,
      Optional<UserModel> user,
      Optional<OrganizationModel> organization) {
    return user.map(evaluator.users()::canManage)
        .orElseGet(
            () ->
                evaluator.users().canManage()
                    || organization.filter(evaluator.orgs()::canManage).isPresent());
  }

  private static boolean mayView(
      AdminPermissionEvaluator evaluator,
      Optional<UserModel> user,
      Optional<OrganizationModel> organization) {
    return user.map(evaluator.users()::canView)
        .orElseGet(
            () ->
                evaluator.users().canView()
                    || organization.filter(evaluator.orgs()::canView).isPresent());
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok();
  }

  /** The session is Keycloak's to close. */
  @Override
  public void close() {}
}
