package io.latchkey.endpoint.message.management;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.message.ObjectDetails;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.MessageType;
import java.util.List;

/**
 * {@code zitadel.management.v1.RemovePersonalAccessTokenResponse}.
 *
 * @param details the event of the removal
 */
public record RemovePersonalAccessTokenResponse(ObjectDetails details) {

  private static final Field DETAILS = Field.of(1, "details", ObjectDetails.TYPE);

  /** The message. */
  public static final MessageType<RemovePersonalAccessTokenResponse> TYPE =
      new MessageType<>(
          "zitadel.management.v1.RemovePersonalAccessTokenResponse",
          List.of(DETAILS),
          values ->
              new RemovePersonalAccessTokenResponse(
                  values.message(DETAILS, ObjectDetails.TYPE).orElseThrow()),
          (response, values) -> values.set(DETAILS, ObjectDetails.TYPE.write(response.details())));

  /** Refuses a null component. */
  public RemovePersonalAccessTokenResponse {
    requireNonNull(details, "details");
  }
}
