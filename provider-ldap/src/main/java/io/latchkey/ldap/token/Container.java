package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.AssertionRequestControl;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.util.Optional;

/** The entry below which tokens are kept, flat: where each entry is, and one entry at a time. */
final class Container {

  static final Filter ANY = Filter.createPresenceFilter(TokenSchema.OBJECT_CLASS);

  private final LdapAccess access;
  private final DN base;

  Container(LdapAccess access, DN base) {
    this.access = access;
    this.base = base;
  }

  LdapAccess access() {
    return access;
  }

  DN base() {
    return base;
  }

  DN tokenDn(String digest) {
    return new DN(new RDN(TokenSchema.DIGEST, digest), base);
  }

  DN reservationDn(long tokenId) {
    return new DN(new RDN(TokenSchema.TOKEN_ID, Long.toString(tokenId)), base);
  }

  DN counterDn(String owner) {
    return new DN(new RDN(TokenSchema.OWNER, owner), base);
  }

  /** The entry of the token whose digest has this fingerprint, visible or not. */
  Optional<TokenEntry> token(String digest) {
    return access.read(tokenDn(digest), ANY, TokenEntry.ATTRIBUTES).map(TokenEntry::new);
  }

  Optional<Reservation> reservation(long tokenId) {
    return access.read(reservationDn(tokenId), ANY, Reservation.ATTRIBUTES).map(Reservation::of);
  }

  EventCounter counter(String owner) {
    return access
        .read(counterDn(owner), ANY, EventCounter.ATTRIBUTES)
        .map(EventCounter::of)
        .orElse(EventCounter.NEW);
  }

  /** Whether an entry is there, and from this attempt. */
  boolean isFrom(DN dn, String nonce) {
    return access.read(dn, isFrom(nonce), TokenSchema.NONCE).isPresent();
  }

  private static Filter isFrom(String nonce) {
    return Filter.createEqualityFilter(TokenSchema.NONCE, nonce);
  }

  /**
   * Puts a nonce in the place of another.
   *
   * @param also what else is to be changed then
   * @return whether the entry was still there and from that attempt
   */
  boolean takeOver(DN dn, String before, String after, Modification... also) {
    Modification[] all = new Modification[also.length + 2];
    all[0] = new Modification(ModificationType.DELETE, TokenSchema.NONCE, before);
    all[1] = new Modification(ModificationType.ADD, TokenSchema.NONCE, after);
    System.arraycopy(also, 0, all, 2, also.length);
    ModifyRequest request = new ModifyRequest(dn, all);
    return access
        .modify(request, Effect.NONE, ResultCode.NO_SUCH_ATTRIBUTE, ResultCode.NO_SUCH_OBJECT)
        .equals(ResultCode.SUCCESS);
  }

  /**
   * Deletes an entry if it is still from this attempt. A server that knows assertions (<a
   * href="https://www.rfc-editor.org/rfc/rfc4528">RFC 4528</a>) looks once more while it deletes;
   * with others there is a moment in which the entry could be replaced by one for the same digest.
   *
   * @param effect what is known of the caller's effect if the answer is lost
   * @return whether this call has deleted it
   */
  boolean delete(DN dn, String nonce, Effect effect) {
    if (!isFrom(dn, nonce)) {
      return false;
    }
    DeleteRequest request = new DeleteRequest(dn);
    request.addControl(new AssertionRequestControl(isFrom(nonce), false));
    return access
        .delete(request, effect, ResultCode.NO_SUCH_OBJECT, ResultCode.ASSERTION_FAILED)
        .equals(ResultCode.SUCCESS);
  }
}
