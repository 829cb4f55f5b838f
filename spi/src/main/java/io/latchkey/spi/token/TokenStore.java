package io.latchkey.spi.token;

import io.latchkey.spi.Provider;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps personal access tokens, from creation to removal.
 *
 * <p><b>Events and sequences.</b> Each token that is created or removed is one event of its owner.
 * A store counts the events of each user: the first has sequence 1, each later one exactly one
 * more, without a gap and without a double, also under concurrent calls and after all tokens of the
 * user are gone. Housekeeping ({@link #removeExpired}, last use) is no event.
 *
 * <p><b>Visibility.</b> Once a method has returned, every later call of any method, by any thread,
 * on any instance over the same backend, sees its effect. Once {@link #create} or {@link #remove}
 * has returned, its effect survives the death of the process; a store that also survives a loss of
 * power says so in its documentation.
 *
 * <p><b>Failure.</b> Every method throws {@link io.latchkey.spi.ProviderUnavailableException} when
 * it could not tell. After one with {@link
 * io.latchkey.spi.ProviderUnavailableException.Effect#NONE} the backend is as it was before the
 * call.
 *
 * <p><b>Arguments</b> out of the range that is said of them are an {@link IllegalArgumentException}
 * that names the argument.
 *
 * <p>Thread-safe.
 */
public interface TokenStore extends Provider {

  /**
   * Stores a token and counts one event of its owner.
   *
   * <p>Atomic: either the token is stored and the event counted, or neither. Concurrent calls for
   * one user all succeed, each with a sequence of its own.
   *
   * <p>Token ids and digests are unique over the whole store. A token whose id or digest is there
   * already changes nothing, whoever owns it. Since the caller makes both, it can try again after a
   * lost answer, and find out by {@link #findByDigest} whether the first try went through.
   *
   * @param token the token to be stored
   * @return {@link CreateResult.Created} with the stored token, whose {@code changeDate} is its
   *     {@code creationDate}; or {@link CreateResult.Duplicate}
   */
  CreateResult create(NewToken token);

  /**
   * Finds the token that has a digest, expired or not. This is the hot path of the host: one
   * indexed look-up.
   *
   * @param digest the digest; algorithm, key id and value must all be equal
   * @return the token; absent if there is none, or it was removed
   */
  Optional<StoredToken> findByDigest(TokenDigest digest);

  /**
   * Gets a token of an owner, expired or not.
   *
   * @param owner the user and organization that the token must belong to
   * @param tokenId the id, 1 to {@link Long#MAX_VALUE}
   * @return the token; absent if there is none, it was removed, or it is another owner's
   */
  Optional<StoredToken> get(TokenOwner owner, long tokenId);

  /**
   * Lists tokens, expired ones too, page by page.
   *
   * <p>Followed by {@link TokenPage#next()}, the pages are stable under concurrent writes: no token
   * comes twice, and none is missing that was there from the first page to the last. By offset they
   * are a snapshot each.
   *
   * @param query what to list, in which order, from where
   * @return the page; empty, not an error, when nothing matches or the offset is past the end
   * @throws IllegalArgumentException if the query's cursor was not made by this store for the same
   *     conditions and order
   */
  TokenPage list(TokenQuery query);

  /**
   * Removes a token for good and counts one event of its owner.
   *
   * <p>Atomic. Of several concurrent calls for one token exactly one gets a {@link Removal}. After
   * it the id and the digest are not found any more.
   *
   * @param owner the user and organization that the token must belong to
   * @param tokenId the id, 1 to {@link Long#MAX_VALUE}
   * @param at the time of the event, in whole microseconds
   * @return the event; absent, with nothing changed, if there is no such token or it is another
   *     owner's
   */
  Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at);

  /**
   * Removes all tokens of an owner, and counts one event for each.
   *
   * <p>Tokens that are created while the call runs may stay. Not atomic as a whole: after a failure
   * some may be gone, and the call may be made again.
   *
   * @param owner the user and organization whose tokens go
   * @param at the time of the events, in whole microseconds
   * @return the number of tokens that this call removed, 0 or more
   */
  long removeAll(TokenOwner owner, Instant at);

  /**
   * Sweeps out tokens that expired long ago. No events are counted. Not atomic as a whole.
   *
   * @param before tokens with an expiration date strictly before this instant go; in whole
   *     microseconds
   * @param limit the most tokens to remove in this call, 1 or more, so that a sweep never holds up
   *     the others for long
   * @return the number of tokens that this call removed; fewer than {@code limit} means that none
   *     is left
   */
  int removeExpired(Instant before, int limit);

  /**
   * The record of when tokens were last used, if this store keeps one.
   *
   * @return the feature; absent by default
   */
  default Optional<LastUseRecorder> lastUse() {
    return Optional.empty();
  }

  /**
   * The feed of changes by which other nodes learn about creations and removals, if this store has
   * one.
   *
   * @return the feature; absent by default
   */
  default Optional<ChangeFeed> changes() {
    return Optional.empty();
  }
}
