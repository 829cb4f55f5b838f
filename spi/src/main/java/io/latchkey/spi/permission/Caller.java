package io.latchkey.spi.permission;

import static java.util.Objects.requireNonNull;

/**
 * An authenticated user that makes a request: the owner of the personal access token that came with
 * it, or whom the host has authenticated by means of its own.
 *
 * @param userId the user's id
 * @param organizationId the organization that the user belongs to
 */
public record Caller(String userId, String organizationId) {

  /** Refuses a null component. */
  public Caller {
    requireNonNull(userId, "userId");
    requireNonNull(organizationId, "organizationId");
  }
}
