package io.latchkey.endpoint.message.user;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.service.Issued;
import io.latchkey.core.token.ClearToken;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.time.Instant;
import java.util.List;

/**
 * {@code zitadel.user.v2.AddPersonalAccessTokenResponse}: a message with a token in clear.
 *
 * @param creationDate when the token was created
 * @param tokenId the id of the token, 1 or more
 * @param token the token
 */
public record AddPersonalAccessTokenResponse(Instant creationDate, long tokenId, ClearToken token) {

  private static final Field CREATION_DATE = Field.of(1, "creation_date", Scalar.TIMESTAMP);
  private static final Field TOKEN_ID = Field.of(2, "token_id", Scalar.STRING);
  private static final Field TOKEN = Field.of(3, "token", Scalar.STRING);

  /** The message, which a server only writes. */
  public static final MessageType<AddPersonalAccessTokenResponse> TYPE =
      new MessageType<>(
          "zitadel.user.v2.AddPersonalAccessTokenResponse",
          List.of(CREATION_DATE, TOKEN_ID, TOKEN),
          values -> {
            throw new IllegalStateException("a server reads no tokens of its own");
          },
          (response, values) ->
              values
                  .set(CREATION_DATE, response.creationDate())
                  .set(TOKEN_ID, Long.toString(response.tokenId()))
                  .set(TOKEN, response.token().reveal()));

  /** Refuses a null component. */
  public AddPersonalAccessTokenResponse {
    requireNonNull(creationDate, "creationDate");
    requireNonNull(token, "token");
  }

  /**
   * The answer with a token.
   *
   * @param issued the token
   * @return the message
   */
  public static AddPersonalAccessTokenResponse of(Issued issued) {
    return new AddPersonalAccessTokenResponse(
        issued.token().creationDate(), issued.token().tokenId(), issued.clear());
  }
}
