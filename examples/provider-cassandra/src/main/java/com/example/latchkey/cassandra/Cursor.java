package com.example.latchkey.cassandra;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import io.latchkey.spi.token.TokenQuery;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A place as a text: a check sum over query and place, the token id, and the sort key, in
 * base64url. It is a position, not a secret, and grants nothing.
 */
final class Cursor {

  private static final int SUM = 8;

  private Cursor() {}

  static String text(Place place, TokenQuery query) {
    byte[] key = place.key().array();
    byte[] bytes =
        ByteBuffer.allocate(SUM + Long.BYTES + key.length)
            .put(sum(place, query))
            .putLong(place.tokenId())
            .put(key)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static Place parse(String text, TokenQuery query) {
    ByteBuffer bytes = ByteBuffer.wrap(decode(text));
    if (bytes.remaining() < SUM + Long.BYTES) {
      throw notOurs();
    }
    long tokenId = bytes.getLong(SUM);
    byte[] key = Arrays.copyOfRange(bytes.array(), SUM + Long.BYTES, bytes.limit());
    Place place = new Place(ByteBuffer.wrap(key), tokenId);
    if (!text(place, query).equals(text)) {
      throw notOurs();
    }
    return place;
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

  private static byte[] sum(Place place, TokenQuery query) {
    StringBuilder text = new StringBuilder();
    append(text, query.order().toString());
    append(text, query.conditions());
    MessageDigest sha256 = sha256();
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(place.tokenId()).flip());
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(place.key().remaining()).flip());
    sha256.update(place.key().duplicate());
    sha256.update(text.toString().getBytes(UTF_8));
    return Arrays.copyOf(sha256.digest(), SUM);
  }

  private static void append(StringBuilder text, List<TokenCondition> conditions) {
    text.append(conditions.size()).append(':');
    for (TokenCondition condition : conditions) {
      if (condition instanceof AnyOf any) {
        text.append('|');
        append(text, any.conditions());
      } else {
        append(text, condition.toString());
      }
    }
  }

  /** With its length, so that no two lists of texts run into the same. */
  private static void append(StringBuilder text, String part) {
    text.append(part.length()).append('.').append(part);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
