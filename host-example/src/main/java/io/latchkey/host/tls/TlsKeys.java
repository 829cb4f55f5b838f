package io.latchkey.host.tls;

import io.latchkey.core.config.StartupException;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys of TLS. */
public final class TlsKeys {

  static final ConfigKey<Path> CERTIFICATE =
      ConfigKey.path(
          "tls.certificate", "PEM file of the certificate and its chain; the port then speaks TLS");

  static final ConfigKey<Path> KEY =
      ConfigKey.path("tls.key", "PEM file of the certificate's private key, in PKCS#8");

  static final ConfigKey<Path> KEYSTORE =
      ConfigKey.path(
          "tls.keystore", "PKCS#12 file of certificate, chain and key, instead of the PEM files");

  static final ConfigKey<String> KEYSTORE_PASSWORD =
      ConfigKey.secret("tls.keystore-password", "password of the PKCS#12 file");

  static final ConfigKey<Duration> RELOAD_INTERVAL =
      ConfigKey.duration(
              "tls.reload-interval", "how often to look whether the files of TLS have changed")
          .withDefault("PT10S");

  private TlsKeys() {}

  /**
   * All of them.
   *
   * @return the keys
   */
  public static List<ConfigKey<?>> all() {
    return List.of(CERTIFICATE, KEY, KEYSTORE, KEYSTORE_PASSWORD, RELOAD_INTERVAL);
  }

  /**
   * The files that the operator has named.
   *
   * @param config what the operator has set
   * @return the files; absent if the server is to speak without TLS
   * @throws StartupException if they do not go together
   */
  static Optional<IdentityFiles> files(ProviderConfig config) {
    Optional<Path> certificate = config.find(CERTIFICATE);
    Optional<Path> key = config.find(KEY);
    Optional<Path> keystore = config.find(KEYSTORE);
    Optional<String> password = config.find(KEYSTORE_PASSWORD);
    if (certificate.isPresent() != key.isPresent()) {
      throw new StartupException("tls.certificate and tls.key are set together or not at all");
    }
    if (keystore.isPresent() && certificate.isPresent()) {
      throw new StartupException("tls.keystore and tls.certificate must not both be set");
    }
    if (keystore.isPresent() != password.isPresent()) {
      throw new StartupException(
          "tls.keystore and tls.keystore-password are set together or not at all");
    }
    return keystore
        .<IdentityFiles>map(file -> new Pkcs12File(file, password.orElseThrow()))
        .or(() -> certificate.map(file -> new PemFiles(file, key.orElseThrow())));
  }
}
