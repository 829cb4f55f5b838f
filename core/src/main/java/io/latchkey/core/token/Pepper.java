package io.latchkey.core.token;

import static java.util.Objects.requireNonNull;

/**
 * A secret key that goes into digests, so that who reads the store cannot even check a guess.
 *
 * <p>Immutable, and thread-safe with it. {@link #toString()} does not show the key.
 */
public final class Pepper {

  private final String keyId;
  private final byte[] key;

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
    this.key = key.clone();
  }

  /**
   * The name of the key.
   *
   * @return the id
   */
  public String keyId() {
    return keyId;
  }

  byte[] key() {
    return key;
  }

  @Override
  public String toString() {
    return "Pepper[" + keyId + "]";
  }
}
