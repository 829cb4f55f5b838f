package io.latchkey.endpoint.message.management;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.service.Issued;
import io.latchkey.core.token.ClearToken;
import io.latchkey.endpoint.message.ObjectDetails;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.util.List;

/**
 * {@code zitadel.management.v1.AddPersonalAccessTokenResponse}: the one message with a token in
 * clear.
 *
 * @param tokenId the id of the token, 1 or more
 * @param token the token
 * @param details the event of its creation
 */
public record AddPersonalAccessTokenResponse(
    long tokenId, ClearToken token, ObjectDetails details) {

  private static final Field TOKEN_ID = Field.of(1, "token_id", Scalar.STRING);
  private static final Field TOKEN = Field.of(2, "token", Scalar.STRING);
  private static final Field DETAILS = Field.of(3, "details", ObjectDetails.TYPE);

  /** The message, which a server only writes. */
  public static final MessageType<AddPersonalAccessTokenResponse> TYPE =
      new MessageType<>(
          "zitadel.management.v1.AddPersonalAccessTokenResponse",
          List.of(TOKEN_ID, TOKEN, DETAILS),
          values -> {
            throw new IllegalStateException("a server reads no tokens of its own");
          },
          (response, values) ->
              values
                  .set(TOKEN_ID, Long.toString(response.tokenId()))
                  .set(TOKEN, response.token().reveal())
                  .set(DETAILS, ObjectDetails.TYPE.write(response.details())));

  /** Refuses a null component. */
  public AddPersonalAccessTokenResponse {
    requireNonNull(token, "token");
    requireNonNull(details, "details");
  }

  /**
   * The answer with a token.
   *
   * @param issued the token
   * @return the message
   */
  public static AddPersonalAccessTokenResponse of(Issued issued) {
    return new AddPersonalAccessTokenResponse(
        issued.token().tokenId(), issued.clear(), ObjectDetails.of(issued.token()));
  }
}
