package io.latchkey.endpoint.message.user;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.time.Instant;
import java.util.List;

/**
 * {@code zitadel.user.v2.RemovePersonalAccessTokenResponse}.
 *
 * @param deletionDate when the token was removed
 */
public record RemovePersonalAccessTokenResponse(Instant deletionDate) {

  private static final Field DELETION_DATE = Field.of(1, "deletion_date", Scalar.TIMESTAMP);

  /** The message. */
  public static final MessageType<RemovePersonalAccessTokenResponse> TYPE =
      new MessageType<>(
          "zitadel.user.v2.RemovePersonalAccessTokenResponse",
          List.of(DELETION_DATE),
          values ->
              new RemovePersonalAccessTokenResponse(
                  values.instant(DELETION_DATE).orElse(Instant.EPOCH)),
          (response, values) -> values.set(DELETION_DATE, response.deletionDate()));

  /** Refuses a null component. */
  public RemovePersonalAccessTokenResponse {
    requireNonNull(deletionDate, "deletionDate");
  }
}
