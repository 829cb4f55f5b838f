package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.time.Instant;
import java.util.List;

/**
 * One call of {@code removeExpired}. It takes tokens that were never counted too, and the
 * reservations of tokens that never came: what calls have left that broke off.
 */
final class ExpiredTokenSweep {

  private static final int BATCH = 500;

  private final Container container;
  private final Instant before;
  private final int limit;
  private int removed;
  private boolean hasBegun;

  ExpiredTokenSweep(Container container, Instant before, int limit) {
    this.container = container;
    this.before = before;
    this.limit = limit;
  }

  /** How many tokens it has removed. */
  int result() {
    try {
      boolean more = true;
      while (more && removed < limit) {
        more = sweepTokens();
      }
      if (removed < limit) {
        sweepReservations();
      }
      return removed;
    } catch (ProviderUnavailableException e) {
      throw hasBegun ? Failures.late(e) : e;
    }
  }

  /** Whether there were any: others may have deleted what was found. */
  private boolean sweepTokens() {
    List<TokenEntry> expired =
        find(TokenSchema.TOKEN, TokenEntry.ATTRIBUTES).stream()
            .map(TokenEntry::new)
            .filter(token -> token.expirationDate().isBefore(before))
            .toList();
    for (TokenEntry token : expired) {
      if (removed < limit) {
        delete(token);
      }
    }
    return !expired.isEmpty();
  }

  private void delete(TokenEntry token) {
    String idNonce = container.reservation(token.tokenId()).map(Reservation::nonce).orElse("");
    if (container.delete(container.tokenDn(token.digest()), token.nonce(), Effect.UNKNOWN)) {
      hasBegun = true;
      removed += token.isVisible() ? 1 : 0;
    }
    if (!idNonce.isEmpty()) {
      container.delete(container.reservationDn(token.tokenId()), idNonce, Effect.NONE);
    }
  }

  private void sweepReservations() {
    find(TokenSchema.RESERVATION, Reservation.ATTRIBUTES).stream()
        .map(Reservation::of)
        .filter(reservation -> container.token(reservation.digest()).isEmpty())
        .forEach(
            reservation ->
                container.delete(
                    container.reservationDn(reservation.tokenId()),
                    reservation.nonce(),
                    Effect.NONE));
  }

  private List<SearchResultEntry> find(String objectClass, String... attributes) {
    Filter filter =
        Filter.createANDFilter(
            Filter.createEqualityFilter(TokenSchema.OBJECT_CLASS, objectClass),
            Filter.createLessOrEqualFilter(TokenSchema.EXPIRATION_DATE, Micros.lastBefore(before)));
    return container.access().some(container.base(), SearchScope.ONE, filter, BATCH, attributes);
  }
}
