package io.latchkey.core.token;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret key that goes into digests, so that who reads the store cannot even check a guess.
 *
 * <p>Immutable, and thread-safe with it. {@link #toString()} does not show the key.
 */
public final class Pepper {

  static final String ALGORITHM = "HmacSHA256";

  private final String keyId;
  private final SecretKeySpec key;

  /** Kept by each thread, keyed: to make one takes longer than to digest a token. */
  private final ThreadLocal<Mac> engines = ThreadLocal.withInitial(this::engine);

  /**
   * Creates a pepper.
   *
   * @param keyId the name under which digests refer to it, 1 to 40 characters
   * @param key the key, 32 bytes or more; copied
   */
  public Pepper(String keyId, byte[] key) {
    if (requireNonNull(keyId, "keyId").isEmpty() || keyId.length() > 40) {
      throw new IllegalArgumentException("keyId must have 1 to 40 characters");
    }
    if (requireNonNull(key, "key").length < 32) {
      throw new IllegalArgumentException("key must have 32 bytes or more: " + key.length);
    }
    this.keyId = keyId;
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * The name of the key.
   *
   * @return the id
   */
  public String keyId() {
    return keyId;
  }

  private Mac engine() {
    try {
      Mac engine = Mac.getInstance(ALGORITHM);
      engine.init(key);
      return engine;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** The HMAC-SHA-256 of a message with this key. */
  byte[] hmac(byte[] message) {
    return engines.get().doFinal(message);
  }

  @Override
  public String toString() {
    return "Pepper[" + keyId + "]";
  }
}
