package io.latchkey.core.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;

/**
 * A token in clear. It shows itself through {@link #reveal()} only: never through {@link
 * #toString()}, serialization or a debugger's default view of a record.
 *
 * <p>Immutable, and thread-safe with it.
 */
public final class ClearToken {

  private final byte[] ascii;

  ClearToken(byte[] ascii) {
    this.ascii = ascii;
  }

  /**
   * The token itself, for the one response in which it is handed out.
   *
   * @return the whole token, with its prefix
   */
  public String reveal() {
    return new String(ascii, US_ASCII);
  }

  byte[] ascii() {
    return ascii;
  }

  /** Compares in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ClearToken that && MessageDigest.isEqual(ascii, that.ascii);
  }

  /** The same for all: a hash of a secret tells of the secret. */
  @Override
  public int hashCode() {
    return ClearToken.class.hashCode();
  }

  @Override
  public String toString() {
    return "ClearToken[redacted]";
  }
}
