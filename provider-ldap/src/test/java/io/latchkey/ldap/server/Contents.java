package io.latchkey.ldap.server;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** A look at what a server keeps. */
final class Contents {

  private Contents() {}

  /** Whether a piece has a text of ASCII in it. */
  static Predicate<byte[]> have(String text) {
    return piece -> new String(piece, StandardCharsets.ISO_8859_1).contains(text);
  }
}
