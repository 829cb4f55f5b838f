package io.latchkey.ldap.token;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over several values, each with its length, so that two lists of values never run into the
 * same bytes. As hexadecimal it makes names for entries that no matching rule can fold together.
 */
final class Fingerprint {

  private final MessageDigest sha256;

  Fingerprint() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What stands for a digest; the digest itself is not to be had from it. */
  static String of(TokenDigest digest) {
    return new Fingerprint()
        .add(digest.algorithm())
        .add(digest.keyId())
        .add(digest.value())
        .toHex();
  }

  /** What stands for an owner. */
  static String of(TokenOwner owner) {
    return new Fingerprint().add(owner.organizationId()).add(owner.userId()).toHex();
  }

  /** The chars themselves, halves of a pair included. */
  Fingerprint add(String text) {
    return add(text.getBytes(UTF_16BE));
  }

  Fingerprint add(byte[] bytes) {
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    sha256.update(bytes);
    return this;
  }

  String toHex() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  long toLong() {
    return ByteBuffer.wrap(sha256.digest()).getLong();
  }
}
