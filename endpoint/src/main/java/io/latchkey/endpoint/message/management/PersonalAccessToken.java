package io.latchkey.endpoint.message.management;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.message.ObjectDetails;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import io.latchkey.spi.token.StoredToken;
import java.time.Instant;
import java.util.List;

/**
 * {@code zitadel.user.v1.PersonalAccessToken}: a token as it is shown.
 *
 * @param id its id in decimal
 * @param details its first and last event
 * @param expirationDate from when on it is not valid any more
 * @param scopes its scopes; copied
 */
public record PersonalAccessToken(
    String id, ObjectDetails details, Instant expirationDate, List<String> scopes) {

  private static final Field ID = Field.of(1, "id", Scalar.STRING);
  private static final Field DETAILS = Field.of(2, "details", ObjectDetails.TYPE);
  private static final Field EXPIRATION_DATE = Field.of(3, "expiration_date", Scalar.TIMESTAMP);
  private static final Field SCOPES = Field.listOf(4, "scopes", Scalar.STRING);

  /** The message. */
  public static final MessageType<PersonalAccessToken> TYPE =
      new MessageType<>(
          "zitadel.user.v1.PersonalAccessToken",
          List.of(ID, DETAILS, EXPIRATION_DATE, SCOPES),
          values ->
              new PersonalAccessToken(
                  values.text(ID),
                  values.message(DETAILS, ObjectDetails.TYPE).orElseThrow(),
                  values.instant(EXPIRATION_DATE).orElse(Instant.EPOCH),
                  values.list(SCOPES, String.class)),
          (token, values) ->
              values
                  .set(ID, token.id())
                  .set(DETAILS, ObjectDetails.TYPE.write(token.details()))
                  .set(EXPIRATION_DATE, token.expirationDate())
                  .addAll(SCOPES, token.scopes()));

  /** Refuses a null component. */
  public PersonalAccessToken {
    requireNonNull(id, "id");
    requireNonNull(details, "details");
    requireNonNull(expirationDate, "expirationDate");
    scopes = List.copyOf(scopes);
  }

  /**
   * A token as it is shown.
   *
   * @param token what is stored of it
   * @return the message
   */
  public static PersonalAccessToken of(StoredToken token) {
    return new PersonalAccessToken(
        Long.toString(token.tokenId()),
        ObjectDetails.of(token),
        token.expirationDate(),
        token.scopes());
  }
}
