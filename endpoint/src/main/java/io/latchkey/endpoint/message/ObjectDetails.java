package io.latchkey.endpoint.message;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.token.StoredToken;
import java.time.Instant;

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
}
