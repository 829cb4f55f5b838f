package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * The wish to create a token.
 *
 * @param access who wishes it, and by which rule
 * @param userId the user that the token shall stand for; may be empty, and is refused then
 * @param expirationDate when it shall expire; absent, or the first instant of year 1, for never in
 *     management, and a refusal in self-service
 * @param name what its owner calls it, 1 to 200 characters; absent for no name
 */
public record CreateCommand(
    Access access, String userId, Optional<Instant> expirationDate, Optional<String> name) {

  /** Refuses a null component. */
  public CreateCommand {
    requireNonNull(access, "access");
    requireNonNull(userId, "userId");
    requireNonNull(expirationDate, "expirationDate");
    requireNonNull(name, "name");
  }

  /** The same wish for a token that never expires. */
  CreateCommand withoutExpirationDate() {
    return new CreateCommand(access, userId, Optional.empty(), name);
  }
}
