package io.latchkey.spi.token;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.internal.Require;
import java.util.List;
import java.util.Optional;

/**
 * The feed by which the nodes of a host learn what other nodes have created and removed: an
 * optional feature of a {@link TokenStore}.
 *
 * <p>Positions rise in the order in which changes became visible: once a position has been read, no
 * change with a smaller one appears any more [TS-99]. They may have gaps. Every creation and
 * removal is told once, whichever store over the backend it came by [TS-94, TS-100]; what changed
 * nothing is not [TS-97].
 *
 * <p>Every method throws {@link io.latchkey.spi.ProviderUnavailableException} when it could not
 * tell [TS-84].
 *
 * <p>Thread-safe.
 */
public interface ChangeFeed {

  /**
   * The position of the latest change.
   *
   * @return the position [TS-95]; 0 if there was no change yet
   */
  long latest();

  /**
   * The changes after a position, in order.
   *
   * @param position the position of the last change that is known; 0 for all that are kept
   * @param limit the most changes to return, 1 or more; the oldest come first [TS-96]
   * @return the changes, empty if there is nothing new; absent if the feed cannot tell, because
   *     changes after that position have been given up already or the position was never reached
   *     (the backend was restored) [TS-98]: start again from {@link #latest()}, and trust nothing
   *     that was known before
   */
  Optional<List<Change>> since(long position, int limit);

  /**
   * One change.
   *
   * @param position its place in the feed, 1 or more
   * @param kind what happened
   * @param tokenId to which token
   * @param owner whose token it is or was
   */
  record Change(long position, Kind kind, long tokenId, TokenOwner owner) {

    /** Refuses components that are null or out of range. */
    public Change {
      Require.inRange(position, 1, Long.MAX_VALUE, "position");
      requireNonNull(kind, "kind");
      Require.inRange(tokenId, 1, Long.MAX_VALUE, "tokenId");
      requireNonNull(owner, "owner");
    }
  }

  /** What happened to a token. */
  enum Kind {
    /** It was created. */
    CREATED,
    /** It was removed, by whatever method of the store. */
    REMOVED
  }
}
