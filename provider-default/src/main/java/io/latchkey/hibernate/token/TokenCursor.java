package io.latchkey.hibernate.token;

import io.latchkey.spi.token.TokenQuery;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Base64;

/**
 * A place in a list: after which token to go on. As a text it is the fingerprint of the query, the
 * id and the sort value, in base64url; it is a position, not a secret, and grants nothing.
 *
 * @param query the fingerprint of conditions and order
 * @param tokenId the id of that token
 * @param value its sort value: a Long or a String
 */
record TokenCursor(long query, long tokenId, Object value) {

  private static final int FIXED = 2 * Long.BYTES;

  static TokenCursor after(TokenRow row, TokenQuery query) {
    return new TokenCursor(
        QueryFingerprint.of(query), row.tokenId(), row.sortValue(query.order().field()));
  }

  static TokenCursor parse(String text, TokenQuery query) {
    ByteBuffer bytes = ByteBuffer.wrap(decode(text));
    boolean isText = SortKey.of(query.order()).isText();
    int size = bytes.remaining() - FIXED;
    if (isText ? size < 0 || size % Character.BYTES != 0 : size != Long.BYTES) {
      throw notOurs();
    }
    long fingerprint = bytes.getLong();
    if (fingerprint != QueryFingerprint.of(query)) {
      throw notOurs();
    }
    long tokenId = bytes.getLong();
    return new TokenCursor(
        fingerprint, tokenId, isText ? bytes.asCharBuffer().toString() : bytes.getLong());
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("query.cursor was not made by this store", e);
    }
  }

  private static IllegalArgumentException notOurs() {
    return new IllegalArgumentException(
        "query.cursor was not made by this store for the same conditions and order");
  }

  String text() {
    int size = value instanceof String text ? text.length() * Character.BYTES : Long.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(FIXED + size).putLong(query).putLong(tokenId);
    if (value instanceof String text) {
      // Not by a charset: the chars themselves, halves of a pair included.
      bytes.asCharBuffer().put(CharBuffer.wrap(text));
    } else {
      bytes.putLong((Long) value);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
