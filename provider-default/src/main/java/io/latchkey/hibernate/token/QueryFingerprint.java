package io.latchkey.hibernate.token;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import io.latchkey.spi.token.TokenQuery;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** A number by which a cursor knows the conditions and the order that it was made for. */
final class QueryFingerprint {

  private QueryFingerprint() {}

  static long of(TokenQuery query) {
    TokenFilter filter = TokenFilter.of(query.conditions());
    MessageDigest digest = sha256();
    // Value by value with its length, so that two lists of values never run into the same bytes.
    add(digest, filter.hql());
    add(digest, query.order().toString());
    List<Object> values = filter.values();
    values.forEach(value -> add(digest, value.toString()));
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(UTF_16BE);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
