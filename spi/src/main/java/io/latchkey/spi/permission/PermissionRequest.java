package io.latchkey.spi.permission;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.internal.Require;
import java.util.Optional;

/**
 * Who wants to do what, and where.
 *
 * @param caller who wants to do it
 * @param permission what, such as {@code user.write} or {@code user.read}; 1 to 200 characters
 * @param organizationId in which organization; any string
 * @param userId to which user, any string, for checkers that decide by user; absent if it is not
 *     about one user
 */
public record PermissionRequest(
    Caller caller, String permission, String organizationId, Optional<String> userId) {

  /** Refuses null components and a permission that is empty or too long. */
  public PermissionRequest {
    requireNonNull(caller, "caller");
    requireNonNull(organizationId, "organizationId");
    requireNonNull(userId, "userId");
    Require.id(permission, "permission");
  }
}
