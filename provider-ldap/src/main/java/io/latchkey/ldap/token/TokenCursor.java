package io.latchkey.ldap.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.spi.token.TokenQuery;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A place in a list: after which token to go on. As a text it is the fingerprint of the query and
 * the place, in base64url; it is a position, not a secret, and grants nothing.
 *
 * @param query the fingerprint of conditions and order
 * @param place the place of that token
 */
record TokenCursor(long query, Place place) {

  private static final int FIXED = 3 * Long.BYTES;

  static TokenCursor after(Place place, TokenQuery query) {
    return new TokenCursor(QueryFingerprint.of(query), place);
  }

  static TokenCursor parse(String text, TokenQuery query) {
    ByteBuffer bytes = ByteBuffer.wrap(decode(text));
    if (bytes.remaining() < FIXED || bytes.getLong() != QueryFingerprint.of(query)) {
      throw notOurs();
    }
    long tokenId = bytes.getLong();
    long number = bytes.getLong();
    Place place = new Place(number, UTF_8.decode(bytes).toString(), tokenId);
    TokenCursor cursor = after(place, query);
    if (!cursor.text().equals(text)) {
      throw notOurs();
    }
    return cursor;
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw notOurs();
    }
  }

  private static IllegalArgumentException notOurs() {
    return new IllegalArgumentException(
        "query.cursor was not made by this store for the same conditions and order");
  }

  String text() {
    byte[] text = place.text().getBytes(UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(FIXED + text.length)
            .putLong(query)
            .putLong(place.tokenId())
            .putLong(place.number())
            .put(text);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
