package io.latchkey.spi.permission;

import io.latchkey.spi.Provider;

/**
 * Decides whether a caller may do something.
 *
 * <p>Permissions are looked up live: a grant that was withdrawn is not honoured by the next call,
 * or as soon as the provider's documentation says. Throws {@link
 * io.latchkey.spi.ProviderUnavailableException} when it could not tell.
 *
 * <p>Thread-safe.
 */
public interface PermissionChecker extends Provider {

  /**
   * Decides one request.
   *
   * <p>Roles that a caller has in the whole instance hold in every organization, also in one that
   * does not exist: whether caller, organization and user exist is not the checker's concern. A
   * caller that it does not know has no roles.
   *
   * @param request who wants to do what, and where
   * @return the decision
   */
  PermissionDecision check(PermissionRequest request);
}
