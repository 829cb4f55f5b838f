package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.spi.token.NewToken;

/**
 * An entry that keeps a token id for one token, so that no other gets it.
 *
 * @param tokenId the id
 * @param digest the fingerprint of the digest of the token
 * @param nonce which attempt has written the entry as it is now
 */
record Reservation(long tokenId, String digest, String nonce) {

  static final String[] ATTRIBUTES = {TokenSchema.TOKEN_ID, TokenSchema.DIGEST, TokenSchema.NONCE};

  static Reservation of(SearchResultEntry entry) {
    Long tokenId = entry.getAttributeValueAsLong(TokenSchema.TOKEN_ID);
    String digest = entry.getAttributeValue(TokenSchema.DIGEST);
    String nonce = entry.getAttributeValue(TokenSchema.NONCE);
    if (tokenId == null || digest == null || nonce == null) {
      throw Failures.unreadable(TokenSchema.TOKEN_ID);
    }
    return new Reservation(tokenId, digest, nonce);
  }

  /** The date is for the sweep, in case that the token never comes. */
  static AddRequest request(DN dn, NewToken token, String nonce) {
    AddRequest request = new AddRequest(dn);
    request.addAttribute(TokenSchema.OBJECT_CLASS, TokenSchema.RESERVATION);
    request.addAttribute(TokenSchema.TOKEN_ID, Long.toString(token.tokenId()));
    request.addAttribute(TokenSchema.DIGEST, Fingerprint.of(token.digest()));
    request.addAttribute(TokenSchema.EXPIRATION_DATE, Micros.text(token.expirationDate()));
    request.addAttribute(TokenSchema.NONCE, nonce);
    return request;
  }
}
