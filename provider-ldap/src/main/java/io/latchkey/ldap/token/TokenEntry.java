package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A token as its entry keeps it. An entry without a sequence is a token that is not there: its
 * creation is not counted yet, and perhaps never will be.
 */
final class TokenEntry {

  static final String[] ATTRIBUTES = {
    TokenSchema.DIGEST,
    TokenSchema.TOKEN_ID,
    TokenSchema.ORGANIZATION,
    TokenSchema.USER,
    TokenSchema.NAME,
    TokenSchema.SCOPE,
    TokenSchema.CREATION_DATE,
    TokenSchema.EXPIRATION_DATE,
    TokenSchema.SEQUENCE,
    TokenSchema.NONCE
  };

  private final SearchResultEntry entry;

  TokenEntry(SearchResultEntry entry) {
    this.entry = entry;
  }

  /** What adds a token that is not there yet. */
  static AddRequest request(DN dn, NewToken token, String nonce) {
    List<Attribute> attributes = new ArrayList<>();
    TokenDigest digest = token.digest();
    TokenOwner owner = token.owner();
    attributes.add(new Attribute(TokenSchema.OBJECT_CLASS, TokenSchema.TOKEN));
    attributes.add(new Attribute(TokenSchema.DIGEST, Fingerprint.of(digest)));
    attributes.add(new Attribute(TokenSchema.DIGEST_ALGORITHM, digest.algorithm()));
    if (!digest.keyId().isEmpty()) {
      attributes.add(new Attribute(TokenSchema.DIGEST_KEY_ID, digest.keyId()));
    }
    attributes.add(new Attribute(TokenSchema.TOKEN_ID, Long.toString(token.tokenId())));
    attributes.add(new Attribute(TokenSchema.OWNER, Fingerprint.of(owner)));
    attributes.add(new Attribute(TokenSchema.ORGANIZATION, owner.organizationId()));
    attributes.add(new Attribute(TokenSchema.USER, owner.userId()));
    token.name().ifPresent(name -> attributes.add(new Attribute(TokenSchema.NAME, name)));
    if (!token.scopes().isEmpty()) {
      attributes.add(new Attribute(TokenSchema.SCOPE, String.join(" ", token.scopes())));
    }
    attributes.add(date(TokenSchema.CREATION_DATE, token.creationDate()));
    attributes.add(date(TokenSchema.EXPIRATION_DATE, token.expirationDate()));
    attributes.add(new Attribute(TokenSchema.NONCE, nonce));
    return new AddRequest(dn, attributes);
  }

  private static Attribute date(String name, Instant instant) {
    return new Attribute(name, Micros.text(instant));
  }

  boolean isVisible() {
    return entry.hasAttribute(TokenSchema.SEQUENCE);
  }

  /** Which attempt has written the entry as it is now. */
  String nonce() {
    return text(TokenSchema.NONCE);
  }

  /** The fingerprint of the digest. */
  String digest() {
    return text(TokenSchema.DIGEST);
  }

  long tokenId() {
    return number(TokenSchema.TOKEN_ID);
  }

  Instant expirationDate() {
    return date(TokenSchema.EXPIRATION_DATE);
  }

  TokenOwner owner() {
    return new TokenOwner(text(TokenSchema.ORGANIZATION), text(TokenSchema.USER));
  }

  /** The token, which must be visible. */
  StoredToken token() {
    return token(number(TokenSchema.SEQUENCE));
  }

  /** Whether this is what a token would be written as, whatever has become of it. */
  boolean isOf(NewToken other) {
    return token(1).equals(StoredToken.created(other, 1));
  }

  boolean isOf(TokenOwner owner, long tokenId) {
    return tokenId() == tokenId && owner().equals(owner);
  }

  private StoredToken token(long sequence) {
    Instant creationDate = date(TokenSchema.CREATION_DATE);
    String scopes = entry.getAttributeValue(TokenSchema.SCOPE);
    try {
      return new StoredToken(
          tokenId(),
          owner(),
          sequence,
          creationDate,
          creationDate,
          expirationDate(),
          scopes == null ? List.of() : List.of(scopes.split(" ")),
          Optional.ofNullable(entry.getAttributeValue(TokenSchema.NAME)));
    } catch (IllegalArgumentException e) {
      throw Failures.impossible(e);
    }
  }

  private String text(String attribute) {
    return Optional.ofNullable(entry.getAttributeValue(attribute))
        .orElseThrow(() -> Failures.unreadable(attribute));
  }

  private long number(String attribute) {
    try {
      return Long.parseLong(text(attribute));
    } catch (NumberFormatException e) {
      throw Failures.unreadable(attribute);
    }
  }

  private Instant date(String attribute) {
    return Micros.instant(number(attribute));
  }
}
