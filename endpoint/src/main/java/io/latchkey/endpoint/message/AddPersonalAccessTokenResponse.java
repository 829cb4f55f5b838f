package io.latchkey.endpoint.message;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.token.ClearToken;

/**
 * {@code zitadel.management.v1.AddPersonalAccessTokenResponse}: the one message with a token in
 * clear.
 *
 * @param tokenId the id of the token, 1 or more
 * @param token the token
 * @param details the event of its creation
 */
public record AddPersonalAccessTokenResponse(
    long tokenId, ClearToken token, ObjectDetails details) {

  /** Refuses a null component. */
  public AddPersonalAccessTokenResponse {
    requireNonNull(token, "token");
    requireNonNull(details, "details");
  }
}
