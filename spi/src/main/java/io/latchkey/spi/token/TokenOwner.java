package io.latchkey.spi.token;

import io.latchkey.spi.internal.Require;

/**
 * Whose token it is. Two users with one id in different organizations are different owners.
 *
 * @param organizationId the organization that the token belongs to (the contract's resource owner),
 *     1 to 200 characters
 * @param userId the user that the token stands for, 1 to 200 characters
 */
public record TokenOwner(String organizationId, String userId) {

  /** Refuses ids that are null, empty or too long. */
  public TokenOwner {
    Require.id(organizationId, "organizationId");
    Require.id(userId, "userId");
  }
}
