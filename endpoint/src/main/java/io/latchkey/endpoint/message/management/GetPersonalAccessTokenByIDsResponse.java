package io.latchkey.endpoint.message.management;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.MessageType;
import java.util.List;

/**
 * {@code zitadel.management.v1.GetPersonalAccessTokenByIDsResponse}.
 *
 * @param token the token
 */
public record GetPersonalAccessTokenByIDsResponse(PersonalAccessToken token) {

  private static final Field TOKEN = Field.of(1, "token", PersonalAccessToken.TYPE);

  /** The message. */
  public static final MessageType<GetPersonalAccessTokenByIDsResponse> TYPE =
      new MessageType<>(
          "zitadel.management.v1.GetPersonalAccessTokenByIDsResponse",
          List.of(TOKEN),
          values ->
              new GetPersonalAccessTokenByIDsResponse(
                  values.message(TOKEN, PersonalAccessToken.TYPE).orElseThrow()),
          (response, values) ->
              values.set(TOKEN, PersonalAccessToken.TYPE.write(response.token())));

  /** Refuses a null component. */
  public GetPersonalAccessTokenByIDsResponse {
    requireNonNull(token, "token");
  }
}
