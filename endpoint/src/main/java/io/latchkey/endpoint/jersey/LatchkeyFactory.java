package io.latchkey.endpoint.jersey;

import io.latchkey.core.Latchkey;
import io.latchkey.core.config.KnownKeys;
import io.latchkey.core.config.Settings;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.token.TokenStore;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Configuration;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glassfish.hk2.api.Factory;
import org.glassfish.hk2.api.ServiceLocator;
import org.jspecify.annotations.Nullable;

/**
 * Starts a {@link Latchkey} with what the application has bound and set, and the class path for the
 * rest.
 */
final class LatchkeyFactory implements Factory<Latchkey> {

  private static final String PREFIX = "latchkey.";

  private final ServiceLocator locator;
  private final Configuration configuration;

  @Inject
  LatchkeyFactory(ServiceLocator locator, Configuration configuration) {
    this.locator = locator;
    this.configuration = configuration;
  }

  @Override
  public Latchkey provide() {
    ProviderLookup lookup = lookup();
    KnownKeys keys = Latchkey.keys(lookup);
    Settings settings =
        Settings.of(keys)
            .withEnvironment(System.getenv())
            .withArguments(flags(prefixed(System.getProperties())))
            .with(prefixed(configuration.getProperties()), " in the application's properties");
    @Nullable Clock clock = locator.getService(Clock.class);
    return Latchkey.start(lookup, settings, clock == null ? Clock.systemUTC() : clock);
  }

  @Override
  public void dispose(Latchkey latchkey) {
    latchkey.close();
  }

  private ProviderLookup lookup() {
    ProviderLookup lookup = ProviderLookup.in(classLoader());
    @Nullable TokenStore store = locator.getService(TokenStore.class);
    if (store != null) {
      lookup = lookup.with(store);
    }
    @Nullable UserDirectory directory = locator.getService(UserDirectory.class);
    if (directory != null) {
      lookup = lookup.with(directory);
    }
    @Nullable PermissionChecker permissions = locator.getService(PermissionChecker.class);
    if (permissions != null) {
      lookup = lookup.with(permissions);
    }
    return lookup;
  }

  /**
   * The application's class loader, which sees its libraries, where a server has one for each
   * application.
   */
  private static ClassLoader classLoader() {
    @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? LatchkeyFactory.class.getClassLoader() : context;
  }

  /** System properties are command-line flags, and as visible: secrets are refused. */
  private static List<String> flags(Map<String, String> properties) {
    return properties.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toList();
  }

  private static Map<String, String> prefixed(Map<?, ?> properties) {
    Map<String, String> found = new TreeMap<>();
    properties.forEach(
        (name, value) -> {
          if (String.valueOf(name).startsWith(PREFIX) && !name.equals(LatchkeyFeature.ENABLED)) {
            found.put(String.valueOf(name).substring(PREFIX.length()), String.valueOf(value));
          }
        });
    return found;
  }
}
