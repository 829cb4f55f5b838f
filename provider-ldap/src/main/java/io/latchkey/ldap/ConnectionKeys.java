package io.latchkey.ldap;

import io.latchkey.ldap.connection.ConnectionSettings;
import io.latchkey.ldap.connection.ServerAddress;
import io.latchkey.ldap.connection.Trust;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of the connections, which the three providers share. A call waits no longer than {@link
 * io.latchkey.ldap.connection.LdapConnections} says.
 */
final class ConnectionKeys {

  private static final ConfigKey<List<ServerAddress>> URL =
      new ConfigKey<>(
          "url",
          "the directory servers, such as ldaps://ldap.example.com; if there are several, the first"
              + " that is well is asked",
          Optional.empty(),
          false,
          ServerAddress::parseAll);
  private static final ConfigKey<Boolean> START_TLS =
      ConfigKey.flag("start-tls", "switch ldap:// connections to TLS before anything else")
          .withDefault("false");
  private static final ConfigKey<Path> TRUST_STORE =
      ConfigKey.path(
          "trust-store",
          "whom to trust under TLS: PEM in a .pem, .crt or .cer file, else PKCS #12 or JKS; without"
              + " one, whom the JVM trusts");
  private static final ConfigKey<String> TRUST_STORE_PASSWORD =
      ConfigKey.secret("trust-store-password", "password of that key store");
  private static final ConfigKey<Boolean> CHECK_HOST_NAME =
      ConfigKey.flag("check-host-name", "whether the certificate must be for the host in the URL")
          .withDefault("true");
  private static final ConfigKey<Integer> POOL_SIZE =
      ConfigKey.integer("pool-size", 1, 1000, "the most connections at a time").withDefault("8");
  private static final ConfigKey<Duration> CONNECT_TIMEOUT =
      duration(
          "connect-timeout",
          "how long a server may take to take a connection, and a connection to become free",
          "PT1S",
          Duration.ofMillis(50),
          Duration.ofMinutes(1));
  private static final ConfigKey<Duration> RESPONSE_TIMEOUT =
      duration(
          "response-timeout",
          "how long a server may take for each answer",
          "PT2S",
          Duration.ofMillis(50),
          Duration.ofMinutes(5));
  private static final ConfigKey<Duration> HEALTH_CHECK_INTERVAL =
      duration(
          "health-check-interval",
          "how often idle connections, and servers that have failed, are looked after",
          "PT30S",
          Duration.ofSeconds(1),
          Duration.ofHours(1));

  static final List<ConfigKey<?>> ALL =
      Stream.concat(
              Stream.of(
                  URL,
                  START_TLS,
                  TRUST_STORE,
                  TRUST_STORE_PASSWORD,
                  CHECK_HOST_NAME,
                  POOL_SIZE,
                  CONNECT_TIMEOUT,
                  RESPONSE_TIMEOUT,
                  HEALTH_CHECK_INTERVAL),
              BindKeys.ALL.stream())
          .toList();

  private ConnectionKeys() {}

  /**
   * What an operator has set, read without I/O.
   *
   * @param config the texts
   * @return the settings
   * @throws IllegalArgumentException if a key is wrong, or two contradict each other
   */
  static ConnectionSettings settings(ProviderConfig config) {
    ConnectionSettings settings =
        new ConnectionSettings(
            config.get(URL),
            config.get(START_TLS),
            trust(config),
            BindKeys.credentials(config),
            config.get(POOL_SIZE),
            config.get(CONNECT_TIMEOUT),
            config.get(RESPONSE_TIMEOUT),
            config.get(HEALTH_CHECK_INTERVAL));
    requireUseOfTls(settings);
    BindKeys.requireSecrecy(config, settings);
    return settings;
  }

  private static Trust trust(ProviderConfig config) {
    Optional<Path> store = config.find(TRUST_STORE);
    Optional<String> password = config.find(TRUST_STORE_PASSWORD);
    require(
        store.isPresent() || password.isEmpty(), "trust-store-password is set without trust-store");
    return new Trust(store, password, config.get(CHECK_HOST_NAME));
  }

  /** Who sets one of them believes to be safe. */
  private static void requireUseOfTls(ConnectionSettings settings) {
    boolean ldap = settings.servers().stream().anyMatch(server -> !server.tls());
    boolean ldaps = settings.servers().stream().anyMatch(ServerAddress::tls);
    require(
        ldap || !settings.startTls(),
        "start-tls is true, but url has no ldap:// server: ldaps:// is TLS from the start");
    require(
        ldaps || settings.startTls() || settings.trust().store().isEmpty(),
        "trust-store is set, but neither is start-tls true nor has url an ldaps:// server");
  }

  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static ConfigKey<Duration> duration(
      String name, String description, String otherwise, Duration min, Duration max) {
    return new ConfigKey<>(
        name,
        description,
        Optional.of(otherwise),
        false,
        text -> {
          Duration value = ConfigKey.duration(name, description).parser().apply(text);
          require(
              value.compareTo(min) >= 0 && value.compareTo(max) <= 0,
              "must be from " + min + " to " + max);
          return value;
        });
  }
}
