package io.latchkey.endpoint.message.user;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import io.latchkey.spi.token.StoredToken;
import java.time.Instant;
import java.util.List;

/**
 * {@code zitadel.user.v2.PersonalAccessToken}: a token as it is shown.
 *
 * @param creationDate when it was created
 * @param changeDate when it was changed last
 * @param id its id in decimal
 * @param userId whose it is
 * @param organizationId the organization that it belongs to
 * @param expirationDate from when on it is not valid any more
 */
public record PersonalAccessToken(
    Instant creationDate,
    Instant changeDate,
    String id,
    String userId,
    String organizationId,
    Instant expirationDate) {

  private static final Field CREATION_DATE = Field.of(1, "creation_date", Scalar.TIMESTAMP);
  private static final Field CHANGE_DATE = Field.of(2, "change_date", Scalar.TIMESTAMP);
  private static final Field ID = Field.of(3, "id", Scalar.STRING);
  private static final Field USER_ID = Field.of(4, "user_id", Scalar.STRING);
  private static final Field ORGANIZATION_ID = Field.of(5, "organization_id", Scalar.STRING);
  private static final Field EXPIRATION_DATE = Field.of(6, "expiration_date", Scalar.TIMESTAMP);

  /** The message. */
  public static final MessageType<PersonalAccessToken> TYPE =
      new MessageType<>(
          "zitadel.user.v2.PersonalAccessToken",
          List.of(CREATION_DATE, CHANGE_DATE, ID, USER_ID, ORGANIZATION_ID, EXPIRATION_DATE),
          values ->
              new PersonalAccessToken(
                  values.instant(CREATION_DATE).orElse(Instant.EPOCH),
                  values.instant(CHANGE_DATE).orElse(Instant.EPOCH),
                  values.text(ID),
                  values.text(USER_ID),
                  values.text(ORGANIZATION_ID),
                  values.instant(EXPIRATION_DATE).orElse(Instant.EPOCH)),
          (token, values) ->
              values
                  .set(CREATION_DATE, token.creationDate())
                  .set(CHANGE_DATE, token.changeDate())
                  .set(ID, token.id())
                  .set(USER_ID, token.userId())
                  .set(ORGANIZATION_ID, token.organizationId())
                  .set(EXPIRATION_DATE, token.expirationDate()));

  /** Refuses a null component. */
  public PersonalAccessToken {
    requireNonNull(creationDate, "creationDate");
    requireNonNull(changeDate, "changeDate");
    requireNonNull(id, "id");
    requireNonNull(userId, "userId");
    requireNonNull(organizationId, "organizationId");
    requireNonNull(expirationDate, "expirationDate");
  }

  /**
   * A token as it is shown.
   *
   * @param token what is stored of it
   * @return the message
   */
  public static PersonalAccessToken of(StoredToken token) {
    return new PersonalAccessToken(
        token.creationDate(),
        token.changeDate(),
        Long.toString(token.tokenId()),
        token.owner().userId(),
        token.owner().organizationId(),
        token.expirationDate());
  }
}
