package io.latchkey.hibernate;

import io.latchkey.hibernate.database.DatabaseSettings;
import io.latchkey.hibernate.database.JdbcUrl;
import io.latchkey.hibernate.permission.Roles;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import io.latchkey.spi.ProviderContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of the provider, the same for its three factories. */
final class Keys {

  private static final ConfigKey<JdbcUrl> URL =
      new ConfigKey<>(
          "url",
          "JDBC URL of the database; without one, the H2 file \"latchkey\" in the data directory",
          Optional.empty(),
          true, // people write passwords into it
          JdbcUrl::new);
  private static final ConfigKey<String> USER =
      ConfigKey.string("user", "user to connect to the database as");
  private static final ConfigKey<String> PASSWORD =
      ConfigKey.secret("password", "password of that user");
  private static final ConfigKey<Integer> POOL_SIZE =
      ConfigKey.integer("pool-size", 1, 1000, "connections to the database").withDefault("16");
  private static final ConfigKey<Duration> TIMEOUT =
      new ConfigKey<>(
          "timeout",
          "how long a call waits for a connection, or for the database to be opened",
          Optional.of("PT10S"),
          false,
          Keys::timeout);
  private static final ConfigKey<Boolean> SYNC =
      ConfigKey.flag("sync", "on H2: wait for the disk at each change, against loss of power")
          .withDefault("true");
  private static final ConfigKey<Set<String>> ROLE =
      new ConfigKey<>(
          "role.*",
          "permissions of a role of that name, separated by spaces or commas",
          Optional.empty(),
          false,
          Keys::permissions);

  static final List<ConfigKey<?>> ALL =
      List.of(URL, USER, PASSWORD, POOL_SIZE, TIMEOUT, SYNC, ROLE);

  private Keys() {}

  static DatabaseSettings database(ProviderContext context) {
    ProviderConfig config = context.config();
    return new DatabaseSettings(
        config
            .find(URL)
            .orElseGet(() -> JdbcUrl.h2File(context.dataDirectory().resolve("latchkey"))),
        config.find(USER),
        config.find(PASSWORD),
        config.get(POOL_SIZE),
        config.get(TIMEOUT),
        config.get(SYNC));
  }

  static Roles roles(ProviderContext context) {
    return Roles.with(context.config().family(ROLE));
  }

  /** The pool waits for no less than a quarter of a second. */
  private static Duration timeout(String text) {
    Duration value = ConfigKey.duration("timeout", "").parser().apply(text);
    if (value.compareTo(Duration.ofMillis(250)) < 0 || value.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("must be from PT0.25S to PT1H");
    }
    return value;
  }

  private static Set<String> permissions(String text) {
    return Arrays.stream(text.split("[\\s,]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
