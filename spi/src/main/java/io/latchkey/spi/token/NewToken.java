package io.latchkey.spi.token;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.internal.Require;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token that is to be stored.
 *
 * @param tokenId the id, unique over the whole store and rising with time; 1 to {@link
 *     Long#MAX_VALUE}. Not a secret
 * @param owner whose token it is
 * @param digest the digest of the token, unique over the whole store
 * @param creationDate when it was created, in whole microseconds, in the years 1 to 9999
 * @param expirationDate from when on it is not valid any more, in whole microseconds, in the years
 *     1 to 9999; may be in the past
 * @param scopes its scopes (<a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC 6749
 *     §3.3</a>) in order; copied; may be empty
 * @param name what its owner calls it, 1 to 200 characters; absent if it has no name
 */
public record NewToken(
    long tokenId,
    TokenOwner owner,
    TokenDigest digest,
    Instant creationDate,
    Instant expirationDate,
    List<String> scopes,
    Optional<String> name) {

  /** Refuses components that are null or out of range. */
  public NewToken {
    Require.inRange(tokenId, 1, Long.MAX_VALUE, "tokenId");
    requireNonNull(owner, "owner");
    requireNonNull(digest, "digest");
    Require.instant(creationDate, "creationDate");
    Require.instant(expirationDate, "expirationDate");
    scopes = Require.scopes(scopes, "scopes");
    requireNonNull(name, "name").ifPresent(text -> Require.id(text, "name"));
  }
}
