package io.latchkey.ldap.token;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names for attempts. Two never meet; it is no harm if somebody guesses one. */
final class Nonce {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Nonce() {}

  static String next() {
    return HexFormat.of().toHexDigits(RANDOM.nextLong());
  }
}
