package io.latchkey.spi.token;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.internal.Require;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a store keeps in place of a token: a digest of the whole token, and how it was made.
 *
 * <p>Immutable, and thread-safe with it. {@link #toString()} does not show the value.
 */
public final class TokenDigest {

  private final String algorithm;
  private final String keyId;
  private final byte[] value;

  /**
   * Creates a digest.
   *
   * @param algorithm the standard name of the JCA, such as {@code SHA-256} or {@code HmacSHA256}; 1
   *     to 40 characters
   * @param keyId which key the digest was made with; empty for an algorithm without one; at most 40
   *     characters
   * @param value the digest itself, 16 to 64 bytes; copied
   */
  public TokenDigest(String algorithm, String keyId, byte[] value) {
    this.algorithm = Require.length(algorithm, 1, 40, "algorithm");
    this.keyId = Require.length(keyId, 0, 40, "keyId");
    this.value = requireNonNull(value, "value").clone();
    Require.inRange(value.length, 16, 64, "value.length");
  }

  /**
   * How the digest was made.
   *
   * @return the standard name of the JCA
   */
  public String algorithm() {
    return algorithm;
  }

  /**
   * Which key the digest was made with.
   *
   * @return the id of the key; empty if the algorithm has none
   */
  public String keyId() {
    return keyId;
  }

  /**
   * The digest itself.
   *
   * @return a copy of the bytes
   */
  public byte[] value() {
    return value.clone();
  }

  /**
   * The digest as a text for backends that index texts.
   *
   * @return the bytes in lower case hexadecimal
   */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  /** Not in constant time: nobody can choose the digest of a token that is made up. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TokenDigest that
        && algorithm.equals(that.algorithm)
        && keyId.equals(that.keyId)
        && Arrays.equals(value, that.value);
  }

  /** Any bytes of a digest are as good as random. */
  @Override
  public int hashCode() {
    return (value[0] << 24)
        | ((value[1] & 0xFF) << 16)
        | ((value[2] & 0xFF) << 8)
        | (value[3] & 0xFF);
  }

  @Override
  public String toString() {
    return "TokenDigest[" + algorithm + (keyId.isEmpty() ? "" : ", key " + keyId) + "]";
  }
}
