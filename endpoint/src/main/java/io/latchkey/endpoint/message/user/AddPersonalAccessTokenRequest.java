package io.latchkey.endpoint.message.user;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code zitadel.user.v2.AddPersonalAccessTokenRequest}.
 *
 * @param userId the user that the token shall stand for; empty if it was not given
 * @param expirationDate when it shall expire; absent if it was not given, which is refused
 */
public record AddPersonalAccessTokenRequest(String userId, Optional<Instant> expirationDate) {

  private static final Field USER_ID = Field.of(1, "user_id", Scalar.STRING);
  private static final Field EXPIRATION_DATE = Field.of(2, "expiration_date", Scalar.TIMESTAMP);

  /** The message. */
  public static final MessageType<AddPersonalAccessTokenRequest> TYPE =
      new MessageType<>(
          "zitadel.user.v2.AddPersonalAccessTokenRequest",
          List.of(USER_ID, EXPIRATION_DATE),
          values ->
              new AddPersonalAccessTokenRequest(
                  values.text(USER_ID), values.instant(EXPIRATION_DATE)),
          (request, values) ->
              values
                  .set(USER_ID, request.userId())
                  .set(EXPIRATION_DATE, request.expirationDate().orElse(null)));

  /** Refuses a null component. */
  public AddPersonalAccessTokenRequest {
    requireNonNull(userId, "userId");
    requireNonNull(expirationDate, "expirationDate");
  }

  /**
   * The same request for the user that the path names.
   *
   * @param pathUserId the user's id in the path, which beats one in the body
   * @return a new request
   */
  public AddPersonalAccessTokenRequest forUser(String pathUserId) {
    return new AddPersonalAccessTokenRequest(pathUserId, expirationDate);
  }
}
