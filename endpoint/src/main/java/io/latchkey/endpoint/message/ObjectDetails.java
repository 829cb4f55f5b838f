package io.latchkey.endpoint.message;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.service.TokenRemover.Removed;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import io.latchkey.spi.token.StoredToken;
import java.time.Instant;
import java.util.List;

/**
 * {@code zitadel.v1.ObjectDetails}.
 *
 * @param sequence the number of the object's last event, 1 or more
 * @param creationDate when the object's first event happened
 * @param changeDate when its last event happened
 * @param resourceOwner the organization that the object belongs to
 */
public record ObjectDetails(
    long sequence, Instant creationDate, Instant changeDate, String resourceOwner) {

  private static final Field SEQUENCE = Field.of(1, "sequence", Scalar.UINT64);
  private static final Field CREATION_DATE = Field.of(2, "creation_date", Scalar.TIMESTAMP);
  private static final Field CHANGE_DATE = Field.of(3, "change_date", Scalar.TIMESTAMP);
  private static final Field RESOURCE_OWNER = Field.of(4, "resource_owner", Scalar.STRING);

  /** The message. */
  public static final MessageType<ObjectDetails> TYPE =
      new MessageType<>(
          "zitadel.v1.ObjectDetails",
          List.of(SEQUENCE, CREATION_DATE, CHANGE_DATE, RESOURCE_OWNER),
          values ->
              new ObjectDetails(
                  values.number(SEQUENCE),
                  values.instant(CREATION_DATE).orElse(Instant.EPOCH),
                  values.instant(CHANGE_DATE).orElse(Instant.EPOCH),
                  values.text(RESOURCE_OWNER)),
          (details, values) ->
              values
                  .set(SEQUENCE, details.sequence())
                  .set(CREATION_DATE, details.creationDate())
                  .set(CHANGE_DATE, details.changeDate())
                  .set(RESOURCE_OWNER, details.resourceOwner()));

  /** Refuses a null component. */
  public ObjectDetails {
    requireNonNull(creationDate, "creationDate");
    requireNonNull(changeDate, "changeDate");
    requireNonNull(resourceOwner, "resourceOwner");
  }

  /**
   * The details of a token.
   *
   * @param token a token
   * @return its details
   */
  public static ObjectDetails of(StoredToken token) {
    return new ObjectDetails(
        token.sequence(), token.creationDate(), token.changeDate(), token.owner().organizationId());
  }

  /**
   * The details of the removal of a token.
   *
   * @param removed the event
   * @return its details
   */
  public static ObjectDetails of(Removed removed) {
    return new ObjectDetails(
        removed.event().sequence(),
        removed.event().date(),
        removed.event().date(),
        removed.organizationId());
  }
}
