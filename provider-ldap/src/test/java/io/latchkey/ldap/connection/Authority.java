package io.latchkey.ldap.connection;

import com.unboundid.asn1.ASN1BitString;
import com.unboundid.asn1.ASN1Boolean;
import com.unboundid.asn1.ASN1Exception;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.OID;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import com.unboundid.util.ssl.cert.X509CertificateExtension;
import io.latchkey.ldap.server.TlsCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.time.Duration;

/**
 * An authority that signs certificates, and in whose name others do so.
 *
 * @param certificate its own certificate
 * @param keys its keys
 */
record Authority(X509Certificate certificate, KeyPair keys) {

  private static final SignatureAlgorithmIdentifier SIGNATURE =
      SignatureAlgorithmIdentifier.SHA_256_WITH_RSA;
  private static final X509CertificateExtension MAY_SIGN =
      new X509CertificateExtension(
          new OID("2.5.29.19"), true, new ASN1Sequence(new ASN1Boolean(true)).encode());
  private static final long NOW = System.currentTimeMillis();
  private static final long TOMORROW = NOW + Duration.ofDays(1).toMillis();

  static Authority create() {
    try {
      KeyPair keys = newKeys();
      return new Authority(
          X509Certificate.generateSelfSignedCertificate(
              SIGNATURE, keys, new DN("CN=Example Authority"), NOW, TOMORROW, MAY_SIGN),
          keys);
    } catch (CertException | LDAPException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes the key store of a server that it has signed. */
  Path sign(Path file) {
    return keyStore(file, keys.getPrivate());
  }

  /** Makes one that says so too, and was signed by anybody. */
  Path forge(Path file) {
    return keyStore(file, newKeys().getPrivate());
  }

  private Path keyStore(Path file, PrivateKey signer) {
    try {
      KeyPair server = newKeys();
      X509Certificate signed =
          X509Certificate.generateIssuerSignedCertificate(
              SIGNATURE,
              certificate,
              signer,
              PublicKeyAlgorithmIdentifier.RSA.getOID(),
              null,
              publicKey(server),
              null,
              new DN("CN=localhost"),
              NOW,
              TOMORROW);
      KeyStore store = empty();
      store.setKeyEntry(
          TlsCertificate.ALIAS,
          server.getPrivate(),
          TlsCertificate.PASSWORD.toCharArray(),
          new Certificate[] {signed.toCertificate(), certificate.toCertificate()});
      return write(store, file);
    } catch (CertException | LDAPException | ASN1Exception | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static ASN1BitString publicKey(KeyPair keys) throws ASN1Exception {
    return ASN1Sequence.decodeAsSequence(keys.getPublic().getEncoded())
        .elements()[1]
        .decodeAsBitString();
  }

  /** Makes a store of its own certificate, for those who trust it. */
  Path trustStore(Path file) {
    try {
      KeyStore store = empty();
      store.setCertificateEntry("authority", certificate.toCertificate());
      return write(store, file);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The same in PEM. */
  Path pem(Path file) {
    try {
      return Files.writeString(file, String.join("\n", certificate.toPEM()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(KeyStore store, Path file) throws GeneralSecurityException {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, TlsCertificate.PASSWORD.toCharArray());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
