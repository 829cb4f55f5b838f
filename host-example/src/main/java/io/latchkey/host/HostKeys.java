package io.latchkey.host;

import io.latchkey.core.Latchkey;
import io.latchkey.core.config.KnownKeys;
import io.latchkey.core.config.Settings;
import io.latchkey.core.config.StartupException;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.host.tls.TlsKeys;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of this server itself. */
final class HostKeys {

  static final ConfigKey<String> HTTP_HOST =
      ConfigKey.string("http.host", "address to listen on; 0.0.0.0 for all of the machine's")
          .withDefault("127.0.0.1");

  static final ConfigKey<Integer> HTTP_PORT =
      ConfigKey.integer("http.port", 0, 65535, "port to listen on; 0 for any that is free")
          .withDefault("8080");

  static final ConfigKey<Duration> SHUTDOWN_TIMEOUT =
      ConfigKey.duration(
              "http.shutdown-timeout", "how long requests may go on when the server ends")
          .withDefault("PT5S");

  static final ConfigKey<Boolean> ACCESS_LOG =
      ConfigKey.flag("http.access-log", "whether to log each request, without headers and query")
          .withDefault("true");

  /** Absent unless the operator has named a folder. */
  static final ConfigKey<Path> GIVEN_PROVIDER_DIR =
      ConfigKey.path(
          "provider.dir",
          "folder of provider jars, and of folders of jars; the default may be absent");

  static final ConfigKey<Path> PROVIDER_DIR = GIVEN_PROVIDER_DIR.withDefault("./providers");

  static final ConfigKey<Origins> CORS_ORIGINS =
      new ConfigKey<>(
          "http.cors-origins",
          "origins of web pages that browsers may let call the server, with commas between",
          Optional.of(""),
          false,
          Origins::parse);

  /** Several providers are in the jar of this server; without a word, it is this one. */
  static final Map<String, String> DEFAULTS =
      Map.of(
          "provider.store", "default",
          "provider.directory", "default",
          "provider.permissions", "default");

  private HostKeys() {}

  static List<ConfigKey<?>> all() {
    return Stream.concat(
            Stream.of(
                HTTP_HOST, HTTP_PORT, CORS_ORIGINS, SHUTDOWN_TIMEOUT, ACCESS_LOG, PROVIDER_DIR),
            TlsKeys.all().stream())
        .toList();
  }

  /** Every key: of this server, of what is in it, and of the providers that were found. */
  static KnownKeys known(ProviderLookup lookup) {
    return Latchkey.keys(lookup).and(all());
  }

  /** Settings in which nothing but the defaults of this server is set. */
  static Settings settings(ProviderLookup lookup) {
    return Settings.of(known(lookup)).with(DEFAULTS, " by default");
  }

  /** The same, but where keys of providers that could not be found are no mistake. */
  static Settings someSettings(ProviderLookup lookup) {
    return Settings.ofSome(known(lookup)).with(DEFAULTS, " by default");
  }

  /** Settings of the keys that say where providers are, and of no others. */
  static Settings placesOfProviders() {
    return Settings.ofSome(new KnownKeys(List.of(PROVIDER_DIR)));
  }

  /** Sees that the keys of this server itself can be read. */
  static ProviderConfig requireValid(Settings settings) {
    ProviderConfig config = settings.all();
    try {
      all().forEach(config::find);
      return config;
    } catch (IllegalArgumentException e) {
      throw new StartupException(e);
    }
  }

  /** What a key is without a word of the operator. */
  static Optional<String> defaultText(ConfigKey<?> key) {
    return Optional.ofNullable(DEFAULTS.get(key.name())).or(key::defaultText);
  }
}
