package io.latchkey.endpoint.message.user;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.util.List;

/**
 * {@code zitadel.user.v2.RemovePersonalAccessTokenRequest}.
 *
 * @param userId the user whose token it is; empty if it was not given
 * @param tokenId the id of the token; empty if it was not given
 */
public record RemovePersonalAccessTokenRequest(String userId, String tokenId) {

  private static final Field USER_ID = Field.of(1, "user_id", Scalar.STRING);
  private static final Field TOKEN_ID = Field.of(2, "token_id", Scalar.STRING);

  /** The message. */
  public static final MessageType<RemovePersonalAccessTokenRequest> TYPE =
      new MessageType<>(
          "zitadel.user.v2.RemovePersonalAccessTokenRequest",
          List.of(USER_ID, TOKEN_ID),
          values ->
              new RemovePersonalAccessTokenRequest(values.text(USER_ID), values.text(TOKEN_ID)),
          (request, values) ->
              values.set(USER_ID, request.userId()).set(TOKEN_ID, request.tokenId()));

  /** Refuses a null component. */
  public RemovePersonalAccessTokenRequest {
    requireNonNull(userId, "userId");
    requireNonNull(tokenId, "tokenId");
  }
}
