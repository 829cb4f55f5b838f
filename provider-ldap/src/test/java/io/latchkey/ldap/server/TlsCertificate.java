package io.latchkey.ldap.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A self-signed certificate and its key.
 *
 * @param certificate as PEM
 * @param key as PEM, PKCS #8 without a password
 * @param keyStore both of them as PKCS #12, with {@link #PASSWORD}
 */
public record TlsCertificate(Path certificate, Path key, Path keyStore) {

  public static final String ALIAS = "server";
  public static final String PASSWORD = "latchkey";

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

  /** For clients that come by the loopback address or by its name. */
  public static TlsCertificate forLoopback(Path directory) {
    return forNames(directory, "localhost", "127.0.0.1");
  }

  /** For these host names and addresses only; the directory is made, and holds nothing else. */
  public static TlsCertificate forNames(Path directory, String... names) {
    try {
      Files.createDirectories(directory);
      Path keyStore = directory.resolve("server.p12");
      Programs.run(directory.resolve("keytool.log"), keytool(keyStore, names));
      KeyStore store = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
      return new TlsCertificate(
          pem(directory.resolve("cert.pem"), "CERTIFICATE", certificate(store)),
          pem(directory.resolve("key.pem"), "PRIVATE KEY", key(store)),
          keyStore);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> keytool(Path keyStore, String... names) {
    // RSA: slapd's GnuTLS cannot read an elliptic curve's key as the JDK writes it.
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-validity",
        "30",
        "-dname",
        "CN=" + names[0],
        "-ext",
        "san=" + Stream.of(names).map(TlsCertificate::alternative).collect(Collectors.joining(",")),
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD,
        "-keystore",
        keyStore.toString());
  }

  private static String alternative(String name) {
    return (name.matches("[0-9.]+|.*:.*") ? "ip:" : "dns:") + name;
  }

  private static byte[] certificate(KeyStore store) throws GeneralSecurityException {
    return store.getCertificate(ALIAS).getEncoded();
  }

  private static byte[] key(KeyStore store) throws GeneralSecurityException {
    return store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
  }

  private static Path pem(Path file, String type, byte[] content) throws IOException {
    // Samba reads no key that others may read too.
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
    return Files.writeString(
        file,
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
            .formatted(type, PEM.encodeToString(content)));
  }
}
