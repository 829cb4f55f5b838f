package io.latchkey.endpoint.message.management;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.time.Instant;
import java.util.List;
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

  private static final Field USER_ID = Field.of(1, "user_id", Scalar.STRING);
  private static final Field EXPIRATION_DATE = Field.of(2, "expiration_date", Scalar.TIMESTAMP);

  /** Ours: the numbers of the contract are far below. */
  private static final Field NAME = Field.of(1000, "name", Scalar.STRING);

  /** The message. */
  public static final MessageType<AddPersonalAccessTokenRequest> TYPE =
      new MessageType<>(
          "zitadel.management.v1.AddPersonalAccessTokenRequest",
          List.of(USER_ID, EXPIRATION_DATE, NAME),
          values ->
              new AddPersonalAccessTokenRequest(
                  values.text(USER_ID),
                  values.instant(EXPIRATION_DATE),
                  values.find(NAME, String.class).filter(name -> !name.isEmpty())),
          (request, values) ->
              values
                  .set(USER_ID, request.userId())
                  .set(EXPIRATION_DATE, request.expirationDate().orElse(null))
                  .set(NAME, request.name().orElse(null)));

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
