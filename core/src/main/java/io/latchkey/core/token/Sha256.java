package io.latchkey.core.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 by an engine that each thread keeps: to find one among the providers of the JCA takes
 * longer than to digest a token.
 */
final class Sha256 {

  static final String ALGORITHM = "SHA-256";

  private static final ThreadLocal<MessageDigest> ENGINES = ThreadLocal.withInitial(Sha256::engine);

  private Sha256() {}

  private static MessageDigest engine() {
    try {
      return MessageDigest.getInstance(ALGORITHM);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  static byte[] digest(byte[] secret) {
    MessageDigest engine = ENGINES.get();
    byte[] digest = engine.digest(secret);
    engine.reset(); // which wipes the secret from its buffer
    return digest;
  }
}
