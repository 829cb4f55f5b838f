package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.spi.token.TokenOwner;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How many events an owner has had, and the last of them.
 *
 * @param sequence the number of the last event; 0 if there was none, and no entry
 * @param pending the events that were counted last, all at once
 */
record EventCounter(long sequence, List<TokenEvent> pending) {

  static final String[] ATTRIBUTES = {TokenSchema.SEQUENCE, TokenSchema.PENDING};

  static final EventCounter NEW = new EventCounter(0, List.of());

  static EventCounter of(SearchResultEntry entry) {
    Long sequence = entry.getAttributeValueAsLong(TokenSchema.SEQUENCE);
    String[] pending = entry.getAttributeValues(TokenSchema.PENDING);
    if (sequence == null) {
      throw Failures.unreadable(TokenSchema.SEQUENCE);
    }
    return new EventCounter(
        sequence,
        pending == null ? List.of() : Arrays.stream(pending).map(TokenEvent::parse).toList());
  }

  /** The counter once these events are counted too. */
  EventCounter with(List<TokenEvent> events) {
    return new EventCounter(sequence + events.size(), events);
  }

  /** The first of the last events, if they are this attempt's. */
  Optional<TokenEvent> by(String nonce) {
    return pending.stream().filter(event -> event.nonce().equals(nonce)).findFirst();
  }

  /** What adds the counter for the first events of an owner. */
  AddRequest add(DN dn, TokenOwner owner) {
    AddRequest request = new AddRequest(dn);
    request.addAttribute(TokenSchema.OBJECT_CLASS, TokenSchema.COUNTER);
    request.addAttribute(TokenSchema.OWNER, Fingerprint.of(owner));
    request.addAttribute(TokenSchema.ORGANIZATION, owner.organizationId());
    request.addAttribute(TokenSchema.USER, owner.userId());
    request.addAttribute(TokenSchema.SEQUENCE, Long.toString(sequence));
    request.addAttribute(TokenSchema.PENDING, texts());
    return request;
  }

  /** What puts this counter in the place of another, provided that nothing was counted since. */
  ModifyRequest replace(DN dn, EventCounter before) {
    return new ModifyRequest(
        dn,
        new Modification(
            ModificationType.DELETE, TokenSchema.SEQUENCE, Long.toString(before.sequence)),
        new Modification(ModificationType.ADD, TokenSchema.SEQUENCE, Long.toString(sequence)),
        new Modification(ModificationType.REPLACE, TokenSchema.PENDING, texts()));
  }

  private String[] texts() {
    return pending.stream().map(TokenEvent::text).toArray(String[]::new);
  }
}
