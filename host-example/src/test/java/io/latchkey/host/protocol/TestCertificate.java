package io.latchkey.host.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of 127.0.0.1 that signs itself, made by the keytool of the JDK. */
public record TestCertificate(Path pkcs12, X509Certificate certificate, Key key) {

  static final String PASSWORD = "of-the-test";

  /**
   * Makes a certificate.
   *
   * @param folder where
   * @param name a name for its files
   * @param algorithm that of its key, as keytool names it
   * @return the certificate
   */
  public static TestCertificate create(Path folder, String name, String algorithm)
      throws Exception {
    Path file = folder.resolve(name + ".p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            name,
            "-keyalg",
            algorithm,
            "-dname",
            "CN=" + name,
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
    if (keytool.waitFor() != 0) {
      throw new AssertionError(output);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return new TestCertificate(
        file,
        (X509Certificate) store.getCertificate(name),
        store.getKey(name, PASSWORD.toCharArray()));
  }

  /**
   * Writes the certificate in PEM.
   *
   * @param file the file
   */
  public void writeCertificate(Path file) throws Exception {
    Files.writeString(file, pem("CERTIFICATE", certificate.getEncoded()));
  }

  /**
   * Writes the key in PEM.
   *
   * @param file the file
   */
  public void writeKey(Path file) throws IOException {
    Files.writeString(file, pem("PRIVATE KEY", key.getEncoded()));
  }

  private static String pem(String label, byte[] content) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /**
   * A client's context that trusts this certificate alone.
   *
   * @return the context
   */
  public SSLContext trust() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("server", certificate);
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
