package io.latchkey.core;

import io.latchkey.core.config.Settings;
import io.latchkey.core.config.StartupException;
import io.latchkey.core.token.PepperFile;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of every host, whatever its providers; all of them read before anything is done. */
record CoreSettings(
    Path dataDirectory,
    Optional<Path> importFile,
    Duration importInterval,
    Optional<String> bootstrapUser,
    TokenFormat format,
    TokenDigester digester,
    Duration sweepAfter,
    Duration sweepInterval,
    Duration revocationBound,
    int cacheSize) {

  static final ConfigKey<Path> DATA_DIR =
      ConfigKey.path("data.dir", "folder for files; made when it is first needed")
          .withDefault("./latchkey-data");

  static final ConfigKey<Path> DIRECTORY_IMPORT =
      ConfigKey.path(
          "directory.import",
          "JSON file of organizations, users and memberships; imported at start and when it changes");

  static final ConfigKey<Duration> DIRECTORY_IMPORT_INTERVAL =
      ConfigKey.duration(
              "directory.import-interval",
              "how often to look whether the import file has changed; PT0S for never")
          .withDefault("PT1S");

  static final ConfigKey<String> DIRECTORY_BOOTSTRAP_USER =
      ConfigKey.string(
          "directory.bootstrap-user",
          "id of a machine user that gets a token at start, in the file bootstrap.pat, if it has none");

  static final ConfigKey<TokenFormat> TOKEN_PREFIX =
      new ConfigKey<>(
          "token.prefix",
          "what new tokens start with: a letter, letters and digits, an underscore",
          Optional.of(TokenFormat.DEFAULT_PREFIX),
          false,
          TokenFormat::new);

  static final ConfigKey<Path> TOKEN_PEPPER_FILE =
      ConfigKey.path(
          "token.pepper-file",
          "keys for HMAC-SHA-256 digests, a line each: key id and base64, the current one first");

  static final ConfigKey<Duration> REVOCATION_BOUND =
      new ConfigKey<>(
          "revocation-bound",
          "how long after a removal, or a change of a user or role, another server may still let in;"
              + " PT0S to ask the providers at each request",
          Optional.of("PT1S"),
          false,
          CoreSettings::bound);

  static final ConfigKey<Integer> CACHE_SIZE =
      ConfigKey.integer(
              "cache-size",
              1,
              10_000_000,
              "most tokens, users and permissions to know at a time, about 1 KiB each")
          .withDefault("20000");

  static final ConfigKey<Duration> TOKEN_SWEEP_AFTER =
      ConfigKey.duration(
              "token.sweep-after", "how long after its expiration date a token is still listed")
          .withDefault("P365D");

  static final ConfigKey<Duration> TOKEN_SWEEP_INTERVAL =
      ConfigKey.duration(
              "token.sweep-interval",
              "how often to remove tokens that expired longer ago than that; PT0S for never")
          .withDefault("PT1H");

  static final List<ConfigKey<?>> KEYS =
      List.of(
          DATA_DIR,
          DIRECTORY_IMPORT,
          DIRECTORY_IMPORT_INTERVAL,
          DIRECTORY_BOOTSTRAP_USER,
          TOKEN_PREFIX,
          TOKEN_PEPPER_FILE,
          TOKEN_SWEEP_AFTER,
          TOKEN_SWEEP_INTERVAL,
          REVOCATION_BOUND,
          CACHE_SIZE);

  static CoreSettings of(Settings settings) {
    ProviderConfig config = settings.all();
    try {
      return new CoreSettings(
          config.get(DATA_DIR).toAbsolutePath().normalize(),
          config.find(DIRECTORY_IMPORT),
          config.get(DIRECTORY_IMPORT_INTERVAL),
          config.find(DIRECTORY_BOOTSTRAP_USER),
          config.get(TOKEN_PREFIX),
          config.find(TOKEN_PEPPER_FILE).map(PepperFile::read).orElseGet(TokenDigester::plain),
          config.get(TOKEN_SWEEP_AFTER),
          config.get(TOKEN_SWEEP_INTERVAL),
          config.get(REVOCATION_BOUND),
          config.get(CACHE_SIZE));
    } catch (IllegalArgumentException e) {
      throw new StartupException(e);
    }
  }

  private static Duration bound(String text) {
    Duration value = ConfigKey.duration("revocation-bound", "").parser().apply(text);
    boolean shortest = value.isZero() || value.compareTo(Duration.ofMillis(100)) >= 0;
    if (!shortest || value.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException("must be PT0S, or from PT0.1S to PT5M");
    }
    return value;
  }
}
