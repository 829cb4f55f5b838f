package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import io.latchkey.ldap.connection.LdapAccess.Answer;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.TokenOwner;
import java.util.List;
import java.util.function.Supplier;

/**
 * Counts the events of owners. An event has happened once it is counted, which is one operation on
 * the counter of its owner and fails if anything else was counted since it was read. Only then it
 * is carried out on the entry of the token; what somebody has left undone is done by whoever counts
 * next, before anything else is counted.
 *
 * <p>Thread-safe.
 */
final class OwnerEvents {

  private final Container container;
  private final AppliedEvents applied = new AppliedEvents();
  private final Turns turns = new Turns();

  OwnerEvents(Container container) {
    this.container = container;
  }

  /** Makes a call that counts events of an owner when the calls before it have done so. */
  <T> T inTurn(TokenOwner owner, Supplier<T> call) {
    return turns.take(owner, call);
  }

  /** The owner's counter; whatever it has counted is carried out. */
  EventCounter settled(TokenOwner owner) {
    EventCounter counter = container.counter(Fingerprint.of(owner));
    counter.pending().forEach(this::settle);
    return counter;
  }

  /** Most often whoever has counted it has carried it out too. */
  private void settle(TokenEvent event) {
    if (applied.contains(event)) {
      return;
    }
    if (event instanceof TokenEvent.Creation creation
        && !container.isFrom(container.tokenDn(creation.digest()), creation.tokenNonce())) {
      applied.add(event);
    } else {
      carryOut(event);
    }
  }

  /** What has become of an attempt to count. */
  enum Outcome {
    /** The events have happened. */
    COUNTED,
    /** Somebody else was faster; nothing was changed. */
    OVERTAKEN,
    /** The same, or the first of two requests has counted the events. */
    UNCERTAIN
  }

  /**
   * Counts events.
   *
   * @param counter the counter as it was read, {@linkplain #settled settled}
   */
  Outcome count(TokenOwner owner, EventCounter counter, List<TokenEvent> events) {
    Answer answer = answer(owner, counter, counter.with(events));
    if (answer.code().equals(ResultCode.SUCCESS)) {
      return Outcome.COUNTED;
    }
    return answer.repeated() ? Outcome.UNCERTAIN : Outcome.OVERTAKEN;
  }

  private Answer answer(TokenOwner owner, EventCounter before, EventCounter after) {
    var dn = container.counterDn(Fingerprint.of(owner));
    return before.equals(EventCounter.NEW)
        ? container
            .access()
            .answerToAdd(after.add(dn, owner), Effect.UNKNOWN, ResultCode.ENTRY_ALREADY_EXISTS)
        : container
            .access()
            .answerToModify(
                after.replace(dn, before),
                Effect.UNKNOWN,
                ResultCode.NO_SUCH_ATTRIBUTE,
                ResultCode.NO_SUCH_OBJECT);
  }

  /** Does on the entries what follows from an event that was counted. */
  void carryOut(TokenEvent event) {
    if (event instanceof TokenEvent.Creation creation) {
      container.takeOver(
          container.tokenDn(creation.digest()),
          creation.tokenNonce(),
          creation.nonce(),
          new Modification(
              ModificationType.ADD, TokenSchema.SEQUENCE, Long.toString(creation.sequence())));
    } else if (event instanceof TokenEvent.Removal removal) {
      container.delete(container.tokenDn(removal.digest()), removal.tokenNonce(), Effect.NONE);
      container.delete(container.reservationDn(removal.tokenId()), removal.idNonce(), Effect.NONE);
    }
    applied.add(event);
  }
}
