package io.latchkey.spi.token;

import java.time.Duration;
import java.util.Set;

/**
 * Tells the nodes of a host soon which tokens others have removed: an optional feature of a {@link
 * TokenStore} that several nodes use. A host remembers for a short time what it has found out about
 * a token, and asks here several times within it, so that a removal is seen on every node sooner.
 *
 * <p>Throws {@link io.latchkey.spi.ProviderUnavailableException} when it could not tell [TS-84].
 *
 * <p>Thread-safe.
 */
public interface RecentRemovals {

  /**
   * The tokens that were lately removed by {@link TokenStore#remove} and {@link
   * TokenStore#removeAll} [TS-94], by whichever store over the backend [TS-100]. A removal is told
   * from the moment at which it is visible, to whoever asks, as often as it is asked for within the
   * window [TS-95] [TS-99]; what was removed longer ago may be told too. A token that was not
   * removed is not told [TS-96]. {@link TokenStore#removeExpired} need not be told.
   *
   * <p>Time is that of the backend. A removal that took longer than the window to become visible
   * may be missed; so may one by a release of the store that does not tell.
   *
   * @param window how far to look back, more than zero and at most 10 minutes
   * @return the ids of the removed tokens; empty if there are none
   */
  Set<Long> within(Duration window);
}
