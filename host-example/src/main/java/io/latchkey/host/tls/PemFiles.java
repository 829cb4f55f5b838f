package io.latchkey.host.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate with its chain and a key, each in a PEM file (RFC 7468). */
record PemFiles(Path certificate, Path key) implements IdentityFiles {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  @Override
  public List<Path> paths() {
    return List.of(certificate, key);
  }

  @Override
  public Identity read(List<byte[]> contents) throws IdentityException {
    List<Certificate> chain = chain(contents.get(0));
    return new Identity(key(contents.get(1)), chain);
  }

  private List<Certificate> chain(byte[] content) throws IdentityException {
    try {
      List<Certificate> chain =
          List.copyOf(
              CertificateFactory.getInstance("X.509")
                  .generateCertificates(new ByteArrayInputStream(content)));
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (CertificateException e) {
      throw new IdentityException("the file " + certificate + " holds no certificate in PEM", e);
    }
    throw new IdentityException("the file " + certificate + " holds no certificate in PEM");
  }

  private PrivateKey key(byte[] content) throws IdentityException {
    Matcher matcher = KEY.matcher(new String(content, US_ASCII));
    if (!matcher.find()) {
      throw new IdentityException(
          "the file "
              + key
              + " holds no private key in PKCS#8 without a password; openssl pkcs8 -topk8 -nocrypt"
              + " makes one of other keys");
    }
    byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
    return ALGORITHMS.stream()
        .flatMap(algorithm -> key(algorithm, encoded).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new IdentityException(
                    "the private key in " + key + " is damaged, or of none of " + ALGORITHMS));
  }

  private static Optional<PrivateKey> key(String algorithm, byte[] encoded) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException e) {
      // Of another algorithm: there is nothing but the factories to tell it.
      return Optional.empty();
    }
  }
}
