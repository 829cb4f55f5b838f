package io.latchkey.spi.directory;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.internal.Require;

/**
 * A user.
 *
 * @param userId the id, 1 to 200 characters
 * @param organizationId the organization that the user belongs to, 1 to 200 characters
 * @param kind a machine or a human
 * @param state whether the user may act
 * @param loginName the name that people know the user by, for logs and introspection; 1 to 200
 *     characters
 */
public record User(
    String userId, String organizationId, UserKind kind, UserState state, String loginName) {

  /** Refuses components that are null or out of range. */
  public User {
    Require.id(userId, "userId");
    Require.id(organizationId, "organizationId");
    requireNonNull(kind, "kind");
    requireNonNull(state, "state");
    Require.id(loginName, "loginName");
  }
}
