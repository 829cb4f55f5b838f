package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.ResultCode;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import java.util.List;
import java.util.Optional;

/**
 * One call of {@code create}. It reserves the id, adds the entry of the token, which is not visible
 * yet, counts the event, and makes the entry visible. What a call has left that broke off is taken
 * up by the next one for the same token.
 */
final class TokenCreation {

  private final Container container;
  private final OwnerEvents events;
  private final Patience patience;
  private final NewToken token;
  private final String digest;
  private boolean mayHaveHappened;

  TokenCreation(Container container, OwnerEvents events, Patience patience, NewToken token) {
    this.container = container;
    this.events = events;
    this.patience = patience;
    this.token = token;
    this.digest = Fingerprint.of(token.digest());
  }

  CreateResult result() {
    try {
      Optional<CreateResult> result = reserve(Nonce.next());
      while (result.isEmpty()) {
        patience.pause();
        result = reserve(Nonce.next());
      }
      return result.get();
    } catch (ProviderUnavailableException e) {
      throw mayHaveHappened ? Failures.late(e) : e;
    }
  }

  /** Absent, as the next ones, if an entry has gone that was just there: then all begins anew. */
  private Optional<CreateResult> reserve(String nonce) {
    var dn = container.reservationDn(token.tokenId());
    if (isAdded(Reservation.request(dn, token, nonce))) {
      return add(nonce);
    }
    Optional<Reservation> other = container.reservation(token.tokenId());
    if (other.isEmpty()) {
      return Optional.empty();
    }
    if (!other.get().digest().equals(digest)) {
      return duplicate();
    }
    Optional<TokenEntry> entry = container.token(digest);
    if (entry.isPresent()) {
      return goOn(entry.get());
    }
    // Its token never came, or goes at this moment; then nobody may delete the reservation now.
    return container.takeOver(dn, other.get().nonce(), nonce) ? add(nonce) : Optional.empty();
  }

  /** With the id reserved. */
  private Optional<CreateResult> add(String nonce) {
    if (isAdded(TokenEntry.request(container.tokenDn(digest), token, nonce))) {
      return countInTurn();
    }
    Optional<TokenEntry> other = container.token(digest);
    if (other.isPresent() && other.get().tokenId() != token.tokenId()) {
      container.delete(container.reservationDn(token.tokenId()), nonce, Effect.NONE);
    }
    return other.flatMap(this::goOn);
  }

  private boolean isAdded(AddRequest request) {
    return container
        .access()
        .add(request, Effect.NONE, ResultCode.ENTRY_ALREADY_EXISTS)
        .equals(ResultCode.SUCCESS);
  }

  /** With an entry for the digest that somebody else has added, or an earlier call. */
  private Optional<CreateResult> goOn(TokenEntry entry) {
    return isOurs(entry) ? countInTurn() : duplicate();
  }

  private boolean isOurs(TokenEntry entry) {
    return !entry.isVisible() && entry.isOf(token);
  }

  private Optional<CreateResult> countInTurn() {
    return events.inTurn(token.owner(), this::count);
  }

  /**
   * With the entry added. It is read after the counter: what is not visible then is not counted.
   */
  private Optional<CreateResult> count() {
    String nonce = Nonce.next();
    while (true) {
      EventCounter counter = events.settled(token.owner());
      Optional<TokenEntry> entry = container.token(digest);
      if (mayHaveHappened) {
        return Optional.of(created(counter, entry, nonce));
      }
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      if (!isOurs(entry.get())) {
        return duplicate();
      }
      TokenEvent event =
          new TokenEvent.Creation(counter.sequence() + 1, nonce, digest, entry.get().nonce());
      OwnerEvents.Outcome outcome = events.count(token.owner(), counter, List.of(event));
      mayHaveHappened = outcome != OwnerEvents.Outcome.OVERTAKEN;
      if (outcome == OwnerEvents.Outcome.COUNTED) {
        events.carryOut(event);
        return Optional.of(created(event.sequence()));
      }
      patience.pause();
    }
  }

  /** An answer was lost: looks for what this call has left if it has counted the event. */
  private CreateResult created(EventCounter counter, Optional<TokenEntry> entry, String nonce) {
    return counter
        .by(nonce)
        .map(event -> created(event.sequence()))
        .or(
            () ->
                entry
                    .filter(TokenEntry::isVisible)
                    .filter(visible -> visible.nonce().equals(nonce))
                    .map(visible -> created(visible.token().sequence())))
        .orElseThrow(Failures::lost);
  }

  private CreateResult created(long sequence) {
    return new CreateResult.Created(StoredToken.created(token, sequence));
  }

  private static Optional<CreateResult> duplicate() {
    return Optional.of(new CreateResult.Duplicate());
  }
}
