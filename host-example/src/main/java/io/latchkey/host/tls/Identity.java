package io.latchkey.host.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;

/** A private key, and the certificates from its own up. */
record Identity(PrivateKey key, List<Certificate> chain) {

  /** Of a key store that never leaves the memory. */
  static final String PASSWORD = "in memory";

  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  private static final int PROBE_BYTES = 32;

  KeyStore keyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("server", key, PASSWORD.toCharArray(), chain.toArray(new Certificate[0]));
    return store;
  }

  /** Whether the key is that of the first certificate. */
  boolean fits() throws GeneralSecurityException {
    String algorithm = SIGNATURES.getOrDefault(key.getAlgorithm(), key.getAlgorithm());
    byte[] probe = new byte[PROBE_BYTES];
    new SecureRandom().nextBytes(probe);
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(probe);
    byte[] signed = signature.sign();
    if (!chain.get(0).getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
      return false;
    }
    signature.initVerify(chain.get(0).getPublicKey());
    signature.update(probe);
    return signature.verify(signed);
  }

  @Override
  public String toString() {
    return "Identity[" + chain.size() + " certificates]";
  }
}
