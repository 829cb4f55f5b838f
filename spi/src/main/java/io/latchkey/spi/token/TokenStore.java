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
 * user are gone [TS-3, TS-4, TS-5, TS-32, TS-66, TS-74]. Housekeeping ({@link #removeExpired}, last
 * use) is no event [TS-38, TS-93].
 *
 * <p><b>Visibility.</b> Once a method has returned, every later call of any method, by any thread,
 * on any instance over the same backend, sees its effect [TS-2, TS-26, TS-64, TS-65, TS-72, TS-73,
 * TS-77]. Once {@link #create} or {@link #remove} has returned, its effect survives the death of
 * the process; a store that also survives a loss of power says so in its documentation [TS-102].
 *
 * <p><b>Failure.</b> Every method throws {@link io.latchkey.spi.ProviderUnavailableException} when
 * it could not tell, within the provider's time limit [TS-84, TS-85], and works again once the
 * backend is back [TS-88]. After one with {@link
 * io.latchkey.spi.ProviderUnavailableException.Effect#NONE} the backend is as it was before the
 * call [TS-87].
 *
 * <p><b>Arguments</b> out of the range that is said of them are an {@link IllegalArgumentException}
 * that names the argument [TS-82], null a {@link NullPointerException} that does [TS-81].
 *
 * <p><b>Values</b> come back as they were given, and are compared character by character [TS-17 to
 * TS-24]. A backend never holds a token in clear [TS-101].
 *
 * <p><b>Life.</b> A store can be made while its backend is away [TS-83]. {@link #check} is as
 * {@link Provider} says [TS-78, TS-86], and so is {@link #close} [TS-79, TS-80]; it leaves the
 * other stores over the backend as they are [TS-76].
 *
 * <p>Thread-safe.
 */
public interface TokenStore extends Provider {

  /**
   * Stores a token and counts one event of its owner.
   *
   * <p>Atomic: either the token is stored and the event counted, or neither. Concurrent calls for
   * one user all succeed, each with a sequence of its own [TS-66].
   *
   * <p>Token ids and digests are unique over the whole store. A token whose id or digest is there
   * already changes nothing, whoever owns it [TS-6, TS-7, TS-8, TS-67, TS-68]; one that was removed
   * is not there [TS-10]. Since the caller makes both, it can try again after a lost answer, and
   * find out by {@link #findByDigest} whether the first try went through.
   *
   * @param token the token to be stored
   * @return {@link CreateResult.Created} with the stored token, whose {@code changeDate} is its
   *     {@code creationDate} [TS-1]; or {@link CreateResult.Duplicate}
   */
  CreateResult create(NewToken token);

  /**
   * Finds the token that has a digest, expired or not [TS-16]. This is the hot path of the host:
   * one indexed look-up.
   *
   * @param digest the digest; algorithm, key id and value must all be equal [TS-9, TS-11, TS-12]
   * @return the token; absent if there is none, or it was removed
   */
  Optional<StoredToken> findByDigest(TokenDigest digest);

  /**
   * Gets a token of an owner, expired or not [TS-13].
   *
   * @param owner the user and organization that the token must belong to
   * @param tokenId the id, 1 to {@link Long#MAX_VALUE}
   * @return the token; absent if there is none, it was removed, or it is another owner's [TS-14,
   *     TS-15]
   */
  Optional<StoredToken> get(TokenOwner owner, long tokenId);

  /**
   * Lists tokens, expired ones too, page by page: what meets the conditions [TS-41 to TS-48], in
   * the order [TS-49, TS-50], from the offset on [TS-52], up to the limit [TS-51], however many
   * there are [TS-54], with the total of all that meets the conditions [TS-53].
   *
   * <p>Followed by {@link TokenPage#next()}, the pages are stable under concurrent writes: no token
   * comes twice, and none is missing that was there from the first page to the last [TS-55, TS-56,
   * TS-57, TS-60, TS-61]. A cursor may be used again [TS-59], with another offset and limit
   * [TS-58], on any instance over the same backend [TS-75]. By offset pages are a snapshot each.
   *
   * @param query what to list, in which order, from where
   * @return the page; empty, not an error, when nothing matches or the offset is past the end
   * @throws IllegalArgumentException if the query's cursor was not made by a store over this
   *     backend [TS-62] for the same conditions and order [TS-63]
   */
  TokenPage list(TokenQuery query);

  /**
   * Removes a token for good, expired or not, and no other, and counts one event of its owner
   * [TS-25, TS-27, TS-28].
   *
   * <p>Atomic. Of several concurrent calls for one token exactly one gets a {@link Removal}
   * [TS-69]. After it the id and the digest are not found any more [TS-26].
   *
   * @param owner the user and organization that the token must belong to
   * @param tokenId the id, 1 to {@link Long#MAX_VALUE}
   * @param at the time of the event, in whole microseconds
   * @return the event; absent, with nothing changed, if there is no such token or it is another
   *     owner's [TS-29, TS-30, TS-31]
   */
  Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at);

  /**
   * Removes all tokens of an owner, and counts one event for each [TS-33, TS-34, TS-70].
   *
   * <p>Tokens that are created while the call runs may stay. Not atomic as a whole: after a failure
   * some may be gone, and the call may be made again.
   *
   * @param owner the user and organization whose tokens go
   * @param at the time of the events, in whole microseconds
   * @return the number of tokens that this call removed, 0 or more [TS-35]
   */
  long removeAll(TokenOwner owner, Instant at);

  /**
   * Sweeps out tokens that expired long ago, whoever owns them [TS-37, TS-71]. No events are
   * counted. Not atomic as a whole.
   *
   * @param before tokens with an expiration date strictly before this instant go [TS-36]; in whole
   *     microseconds
   * @param limit the most tokens to remove in this call, 1 or more, so that a sweep never holds up
   *     the others for long [TS-39]
   * @return the number of tokens that this call removed; fewer than {@code limit} means that none
   *     is left [TS-40]
   */
  int removeExpired(Instant before, int limit);

  /**
   * The record of when tokens were last used, if this store keeps one [TS-89].
   *
   * @return the feature; absent by default
   */
  default Optional<LastUseRecorder> lastUse() {
    return Optional.empty();
  }

  /**
   * The news of what other nodes have removed, if this store has them [TS-89].
   *
   * @return the feature; absent by default
   */
  default Optional<RecentRemovals> recentRemovals() {
    return Optional.empty();
  }
}
