package io.latchkey.core.service;

import io.latchkey.core.provider.Providers;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who may do what to whose tokens, for every call alike.
 *
 * <p>Thread-safe.
 */
final class Gate {

  private final Providers providers;

  Gate(Providers providers) {
    this.providers = providers;
  }

  /** Management: the organization exists, and the caller holds the permission there. */
  Optional<Refusal> ofManagement(Access.Management access, Permission permission, String userId) {
    return ofOrganization(access.organizationId())
        .or(
            () ->
                switch (decide(access.caller(), permission, access.actedIn(), userId)) {
                  case PERMIT -> Optional.empty();
                  case NO_MEMBERSHIP -> Optional.of(Refusal.CALLER_NOT_MEMBER);
                  case PERMISSION_MISSING -> Optional.of(Refusal.PERMISSION_MISSING);
                });
  }

  /** An organization that a request names exists. */
  Optional<Refusal> ofOrganization(Optional<String> named) {
    return named
        .filter(organizationId -> !providers.directory().organizationExists(organizationId))
        .map(organizationId -> Refusal.ORGANIZATION_UNKNOWN);
  }

  /** Self-service: the caller is the user, or holds the permission where the user is. */
  Optional<Refusal> ofSelfService(Access.SelfService access, Permission permission, User user) {
    return isSelf(access.caller(), user) || holds(access.caller(), permission, user)
        ? Optional.empty()
        : Optional.of(Refusal.NOT_SELF_AND_NOT_PERMITTED);
  }

  private static boolean isSelf(Caller caller, User user) {
    return caller.userId().equals(user.userId())
        && caller.organizationId().equals(user.organizationId());
  }

  private boolean holds(Caller caller, Permission permission, User user) {
    return decide(caller, permission, user.organizationId(), user.userId())
        == PermissionDecision.PERMIT;
  }

  /** Whether a caller holds a permission in an organization, for all its users. */
  boolean holds(Caller caller, Permission permission, String organizationId) {
    return decide(caller, permission, organizationId, "") == PermissionDecision.PERMIT;
  }

  /**
   * The organizations in which roles permit something that a caller was granted there; absent if
   * the checker cannot list them.
   */
  Optional<Set<String>> organizations(Caller caller, Permission permission) {
    return providers
        .permissions()
        .permittedOrganizations()
        .map(permitted -> permitted.find(caller, permission.text()));
  }

  private PermissionDecision decide(
      Caller caller, Permission permission, String organizationId, String userId) {
    return providers
        .permissions()
        .check(
            new PermissionRequest(
                caller,
                permission.text(),
                organizationId,
                Optional.of(userId).filter(id -> !id.isEmpty())));
  }

  /** The user with an id, wherever it is; a deleted one is as good as none. */
  Optional<User> user(String userId) {
    return providers
        .directory()
        .findUser(userId)
        .filter(user -> user.userId().equals(userId)) // and not one that only looks alike
        .filter(user -> user.state() != UserState.DELETED);
  }
}
