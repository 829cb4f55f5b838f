package io.latchkey.host.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Collections;
import java.util.List;

/** A certificate, its chain and its key in one PKCS#12 file (RFC 7292). */
record Pkcs12File(Path file, String password) implements IdentityFiles {

  @Override
  public List<Path> paths() {
    return List.of(file);
  }

  @Override
  public Identity read(List<byte[]> contents) throws IdentityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(contents.get(0)), password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
          return new Identity(key, List.of(store.getCertificateChain(alias)));
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IdentityException(
          "the file " + file + " is no PKCS#12 file, or tls.keystore-password is not its password",
          e);
    }
    throw new IdentityException("the file " + file + " holds no private key");
  }

  @Override
  public String toString() {
    return "Pkcs12File[" + file + "]";
  }
}
