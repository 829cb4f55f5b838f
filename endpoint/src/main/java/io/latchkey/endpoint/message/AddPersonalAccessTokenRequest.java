package io.latchkey.endpoint.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * {@code zitadel.management.v1.AddPersonalAccessTokenRequest}.
 *
 * @param userId the user that the token shall stand for; empty if it was not given
 * @param expirationDate when it shall expire; absent if it was not given
 * @param name what its owner calls it, an optional field of ours, 1 to 200 characters; absent if it
 *     was not given
 */
public record AddPersonalAccessTokenRequest(
    String userId, Optional<Instant> expirationDate, Optional<String> name) {

  private static final int MAX_NAME = 200;

  /**
   * Refuses a null component, and a name that is too long or holds a control character, in whatever
   * media type it came.
   */
  public AddPersonalAccessTokenRequest {
    requireNonNull(userId, "userId");
    requireNonNull(expirationDate, "expirationDate");
    requireNonNull(name, "name").ifPresent(AddPersonalAccessTokenRequest::requireName);
  }

  private static void requireName(String name) {
    if (name.length() > MAX_NAME) {
      throw CallException.malformed(
          "invalid value for field name: longer than " + MAX_NAME + " characters");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw CallException.malformed("invalid value for field name: holds a control character");
    }
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
