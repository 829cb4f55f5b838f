package io.latchkey.ldap.token;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.TokenOwner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One call of {@code remove}. It counts the event, and deletes the entry of the token then. */
final class TokenRemoval {

  private final Container container;
  private final OwnerEvents events;
  private final Patience patience;
  private final TokenOwner owner;
  private final long tokenId;
  private final String nonce = Nonce.next();
  private boolean mayHaveHappened;

  TokenRemoval(
      Container container, OwnerEvents events, Patience patience, TokenOwner owner, long tokenId) {
    this.container = container;
    this.events = events;
    this.patience = patience;
    this.owner = owner;
    this.tokenId = tokenId;
  }

  Optional<Removal> result(Instant at) {
    try {
      return events.inTurn(owner, this::sequence).map(sequence -> new Removal(sequence, at));
    } catch (ProviderUnavailableException e) {
      throw mayHaveHappened ? Failures.late(e) : e;
    }
  }

  /** The entries are read after the counter: what is there then is not counted as removed. */
  private Optional<Long> sequence() {
    while (true) {
      EventCounter counter = events.settled(owner);
      if (mayHaveHappened) {
        return Optional.of(counter.by(nonce).orElseThrow(Failures::lost).sequence());
      }
      Optional<TokenEvent> event = event(counter);
      if (event.isEmpty()) {
        return Optional.empty();
      }
      OwnerEvents.Outcome outcome = events.count(owner, counter, List.of(event.get()));
      mayHaveHappened = outcome != OwnerEvents.Outcome.OVERTAKEN;
      if (outcome == OwnerEvents.Outcome.COUNTED) {
        events.carryOut(event.get());
        return event.map(TokenEvent::sequence);
      }
      patience.pause();
    }
  }

  private Optional<TokenEvent> event(EventCounter counter) {
    Optional<Reservation> reservation = container.reservation(tokenId);
    return reservation
        .flatMap(reserved -> container.token(reserved.digest()))
        .filter(entry -> entry.isVisible() && entry.isOf(owner, tokenId))
        .map(
            entry ->
                new TokenEvent.Removal(
                    counter.sequence() + 1,
                    nonce,
                    entry.digest(),
                    entry.nonce(),
                    tokenId,
                    reservation.get().nonce()));
  }
}
