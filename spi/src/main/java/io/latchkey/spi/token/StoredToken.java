package io.latchkey.spi.token;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.internal.Require;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token as a store gives it back. It has no digest: nobody needs it any more.
 *
 * @param tokenId the id, 1 to {@link Long#MAX_VALUE}
 * @param owner whose token it is
 * @param sequence the number of the last event of this token among the events of its owner, 1 or
 *     more
 * @param creationDate when it was created, in whole microseconds
 * @param changeDate when its last event happened, in whole microseconds
 * @param expirationDate from when on it is not valid any more, in whole microseconds
 * @param scopes its scopes in order; copied; may be empty
 * @param name what its owner calls it, 1 to 200 characters; absent if it has no name
 */
public record StoredToken(
    long tokenId,
    TokenOwner owner,
    long sequence,
    Instant creationDate,
    Instant changeDate,
    Instant expirationDate,
    List<String> scopes,
    Optional<String> name) {

  /** Refuses components that are null or out of range. */
  public StoredToken {
    Require.inRange(tokenId, 1, Long.MAX_VALUE, "tokenId");
    requireNonNull(owner, "owner");
    Require.inRange(sequence, 1, Long.MAX_VALUE, "sequence");
    Require.instant(creationDate, "creationDate");
    Require.instant(changeDate, "changeDate");
    Require.instant(expirationDate, "expirationDate");
    scopes = Require.scopes(scopes, "scopes");
    requireNonNull(name, "name").ifPresent(text -> Require.id(text, "name"));
  }

  /**
   * What {@link TokenStore#create} gives back for a token.
   *
   * @param token the token that was stored
   * @param sequence the number of its creation among the events of its owner, 1 or more
   * @return the stored token
   */
  public static StoredToken created(NewToken token, long sequence) {
    return new StoredToken(
        token.tokenId(),
        token.owner(),
        sequence,
        token.creationDate(),
        token.creationDate(),
        token.expirationDate(),
        token.scopes(),
        token.name());
  }
}
