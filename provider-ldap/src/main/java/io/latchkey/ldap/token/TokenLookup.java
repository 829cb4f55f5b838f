package io.latchkey.ldap.token;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import java.util.Optional;

/** Finds one token by reading the entries that it must have: no index is needed, and no search. */
final class TokenLookup {

  private final Container container;
  private final OwnerEvents events;

  TokenLookup(Container container, OwnerEvents events) {
    this.container = container;
    this.events = events;
  }

  Optional<StoredToken> byDigest(TokenDigest digest) {
    return visible(Fingerprint.of(digest)).map(TokenEntry::token);
  }

  Optional<StoredToken> byId(TokenOwner owner, long tokenId) {
    return container
        .reservation(tokenId)
        .flatMap(reservation -> visible(reservation.digest()))
        .filter(entry -> entry.isOf(owner, tokenId))
        .map(TokenEntry::token);
  }

  /**
   * One read most often. A token that is not visible may be counted already, by a call that has
   * broken off since.
   */
  private Optional<TokenEntry> visible(String digest) {
    Optional<TokenEntry> entry = container.token(digest);
    if (entry.isPresent() && !entry.get().isVisible()) {
      events.settled(entry.get().owner());
      entry = container.token(digest);
    }
    return entry.filter(TokenEntry::isVisible);
  }
}
