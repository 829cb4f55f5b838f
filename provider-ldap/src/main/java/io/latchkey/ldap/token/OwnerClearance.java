package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.token.TokenOwner;
import java.util.ArrayList;
import java.util.List;

/** One call of {@code removeAll}. It counts the events of many tokens at once. */
final class OwnerClearance {

  private static final int BATCH = 100;

  private final Container container;
  private final OwnerEvents events;
  private final Patience patience;
  private final TokenOwner owner;
  private long removed;
  private boolean mayHaveHappened;

  OwnerClearance(Container container, OwnerEvents events, Patience patience, TokenOwner owner) {
    this.container = container;
    this.events = events;
    this.patience = patience;
    this.owner = owner;
  }

  /** How many tokens it has removed. */
  long result() {
    try {
      while (!events.inTurn(owner, this::clear)) {
        patience.pause();
      }
      return removed;
    } catch (ProviderUnavailableException e) {
      throw mayHaveHappened ? Failures.late(e) : e;
    }
  }

  /** The tokens are looked for after the counter is read, as in {@link TokenRemoval}. */
  private boolean clear() {
    EventCounter counter = events.settled(owner);
    List<TokenEntry> tokens = tokens();
    for (int i = 0; i < tokens.size(); i += BATCH) {
      List<TokenEvent> removals =
          removals(counter, tokens.subList(i, Math.min(i + BATCH, tokens.size())));
      OwnerEvents.Outcome outcome = events.count(owner, counter, removals);
      if (outcome == OwnerEvents.Outcome.OVERTAKEN) {
        return false;
      }
      mayHaveHappened = true;
      if (outcome == OwnerEvents.Outcome.UNCERTAIN
          && events.settled(owner).by(removals.get(0).nonce()).isEmpty()) {
        throw Failures.lost();
      }
      removals.forEach(events::carryOut);
      removed += removals.size();
      counter = counter.with(removals);
    }
    return true;
  }

  private List<TokenEntry> tokens() {
    Filter filter =
        Filter.createANDFilter(
            TokenFilter.TOKENS,
            Filter.createEqualityFilter(TokenSchema.OWNER, Fingerprint.of(owner)));
    return container
        .access()
        .<List<TokenEntry>>collect(
            container.base(),
            SearchScope.ONE,
            filter,
            ArrayList::new,
            (tokens, entry) -> tokens.add(new TokenEntry(entry)),
            TokenSchema.DIGEST,
            TokenSchema.TOKEN_ID,
            TokenSchema.SEQUENCE,
            TokenSchema.NONCE)
        .stream()
        .filter(TokenEntry::isVisible)
        .toList();
  }

  private List<TokenEvent> removals(EventCounter counter, List<TokenEntry> tokens) {
    String nonce = Nonce.next();
    List<TokenEvent> removals = new ArrayList<>();
    for (TokenEntry token : tokens) {
      removals.add(
          new TokenEvent.Removal(
              counter.sequence() + removals.size() + 1,
              nonce,
              token.digest(),
              token.nonce(),
              token.tokenId(),
              container.reservation(token.tokenId()).map(Reservation::nonce).orElse("none")));
    }
    return removals;
  }
}
