package io.latchkey.endpoint.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * {@code zitadel.management.v1.AddPersonalAccessTokenRequest}.
 *
 * @param userId the user that the token shall stand for; empty if it was not given
 * @param expirationDate when it shall expire; absent if it was not given
 * @param name what its owner calls it, an optional field of ours; absent if it was not given
 */
public record AddPersonalAccessTokenRequest(
    String userId, Optional<Instant> expirationDate, Optional<String> name) {

  /** Refuses a null component. */
  public AddPersonalAccessTokenRequest {
    requireNonNull(userId, "userId");
    requireNonNull(expirationDate, "expirationDate");
    requireNonNull(name, "name");
  }

  /**
   * The same request for the user that the path names.
   *
   * @param pathUserId the user's id in the path, which beats one in the body
   * @return a new request
   */
  public AddPersonalAccessTokenRequest forUser(String pathUserId) {
    return new AddPersonalAccessTokenRequest(pathUserId, expirationDate, name);
  }
}
