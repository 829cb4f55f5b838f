package io.latchkey.host;

import java.util.regex.Pattern;

/**
 * Takes tokens out of texts for logs. Nothing should put one there; a client that puts its token
 * into a URL does.
 */
final class Redaction {

  private static final Pattern TOKEN =
      Pattern.compile("([A-Za-z][A-Za-z0-9]{0,18}_)[0-9A-Za-z]{49}");

  private Redaction() {}

  static String redact(String text) {
    return TOKEN.matcher(text).replaceAll("$1[redacted]");
  }
}
