package io.latchkey.ldap.connection;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust under TLS. The JDK decides, not the SDK: the SDK believes certificates of a PEM
 * file's authority without a look at the signature, and any certificate for an address of the
 * loopback interface.
 *
 * @param store certificates in PEM, or a key store; absent for those that the JVM trusts
 * @param password the password of the key store; absent if it has none
 * @param checkHostName whether the certificate must be for the host that was asked for (<a
 *     href="https://www.rfc-editor.org/rfc/rfc4513#section-3.1.3">RFC 4513 §3.1.3</a>)
 */
public record Trust(Optional<Path> store, Optional<String> password, boolean checkHostName) {

  /** Makes sockets that believe these certificates, for whatever host they are. */
  SSLSocketFactory socketFactory() throws LDAPException {
    try {
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(store.isPresent() ? read(store.get()) : null);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trusted.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw Failures.explained("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private KeyStore read(Path file) throws LDAPException {
    if (!Files.isReadable(file)) {
      throw Failures.explained("the trust store " + file + " cannot be read", null);
    }
    try {
      KeyStore certificates =
          isPem(file) ? pem(file) : KeyStore.getInstance(file.toFile(), characters());
      if (certificates.size() > 0) {
        return certificates;
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw Failures.explained("the trust store " + file + " cannot be read: " + e.getMessage(), e);
    }
    throw Failures.explained(
        "the trust store " + file + " holds no certificate, or needs its password", null);
  }

  private static KeyStore pem(Path file) throws IOException, GeneralSecurityException {
    KeyStore made = KeyStore.getInstance(KeyStore.getDefaultType());
    made.load(null, null);
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      for (Certificate certificate : read) {
        made.setCertificateEntry(String.valueOf(made.size()), certificate);
      }
    }
    return made;
  }

  private char @Nullable [] characters() {
    return password.map(String::toCharArray).orElse(null);
  }

  private static boolean isPem(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".pem") || name.endsWith(".crt") || name.endsWith(".cer");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Trust[" + store.map(Path::toString).orElse("JVM") + "]";
  }
}
