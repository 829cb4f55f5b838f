package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.permission.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * The wish to create a token.
 *
 * @param caller who wishes it
 * @param organizationId the organization to act in; absent for the caller's own
 * @param userId the user that the token shall stand for; may be empty, and is refused then
 * @param expirationDate when it shall expire; absent, or the first instant of year 1, for never
 * @param name what its owner calls it, 1 to 200 characters; absent for no name
 */
public record CreateCommand(
    Caller caller,
    Optional<String> organizationId,
    String userId,
    Optional<Instant> expirationDate,
    Optional<String> name) {

  /** Refuses a null component. */
  public CreateCommand {
    requireNonNull(caller, "caller");
    requireNonNull(organizationId, "organizationId");
    requireNonNull(userId, "userId");
    requireNonNull(expirationDate, "expirationDate");
    requireNonNull(name, "name");
  }
}
