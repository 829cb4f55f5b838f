package io.latchkey.core.provider;

import io.latchkey.core.config.Settings;
import io.latchkey.core.config.StartupException;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.Provider;
import io.latchkey.spi.ProviderConfig;
import io.latchkey.spi.ProviderFactory;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserDirectoryFactory;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionCheckerFactory;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.spi.token.TokenStoreFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The providers that are there, found by {@link ServiceLoader} on class path and module path.
 *
 * <p>The choice is explicit: configuration names an id for each interface. One candidate and no
 * name: that one. None, several, or two with one id is a {@link StartupException} that lists what
 * was found and where; it is never the first one found.
 *
 * <p>Thread-safe.
 */
public final class ProviderLookup {

  private final Candidates<TokenStore, TokenStoreFactory> stores;
  private final Candidates<UserDirectory, UserDirectoryFactory> directories;
  private final Candidates<PermissionChecker, PermissionCheckerFactory> permissions;

  private ProviderLookup(
      Candidates<TokenStore, TokenStoreFactory> stores,
      Candidates<UserDirectory, UserDirectoryFactory> directories,
      Candidates<PermissionChecker, PermissionCheckerFactory> permissions) {
    this.stores = stores;
    this.directories = directories;
    this.permissions = permissions;
  }

  /**
   * Finds the providers that a class loader sees.
   *
   * @param loader the class loader
   * @return what was found
   * @throws StartupException if a provider cannot be loaded, has an id that is not allowed, or
   *     shares its id with another
   */
  public static ProviderLookup in(ClassLoader loader) {
    return new ProviderLookup(
        Candidates.of(ProviderKind.STORE, ServiceLoader.load(TokenStoreFactory.class, loader)),
        Candidates.of(
            ProviderKind.DIRECTORY, ServiceLoader.load(UserDirectoryFactory.class, loader)),
        Candidates.of(
            ProviderKind.PERMISSIONS, ServiceLoader.load(PermissionCheckerFactory.class, loader)));
  }

  /**
   * The same with a store that the host has made itself, whatever was found. The host closes it.
   *
   * @param store the store
   * @return a new lookup
   */
  public ProviderLookup with(TokenStore store) {
    return new ProviderLookup(
        Candidates.given(ProviderKind.STORE, store), directories, permissions);
  }

  /**
   * The same with a directory that the host has made itself, whatever was found. The host closes
   * it.
   *
   * @param directory the directory
   * @return a new lookup
   */
  public ProviderLookup with(UserDirectory directory) {
    return new ProviderLookup(
        stores, Candidates.given(ProviderKind.DIRECTORY, directory), permissions);
  }

  /**
   * The same with a permission checker that the host has made itself, whatever was found. The host
   * closes it.
   *
   * @param checker the checker
   * @return a new lookup
   */
  public ProviderLookup with(PermissionChecker checker) {
    return new ProviderLookup(
        stores, directories, Candidates.given(ProviderKind.PERMISSIONS, checker));
  }

  /**
   * The keys by which an operator chooses and configures what was found.
   *
   * @return keys with full names
   */
  public List<ConfigKey<?>> keys() {
    List<ConfigKey<?>> keys = new ArrayList<>();
    keys.add(ProviderKind.STORE.choice());
    keys.add(ProviderKind.DIRECTORY.choice());
    keys.add(ProviderKind.PERMISSIONS.choice());
    Stream.of(stores.factories(), directories.factories(), permissions.factories())
        .flatMap(List::stream)
        .forEach(factory -> factory.keys().forEach(key -> keys.add(qualified(factory, key))));
    return keys;
  }

  /**
   * Chooses and makes the three providers. Does no I/O.
   *
   * @param settings what the operator has set
   * @param dataDirectory where providers keep files
   * @param clock the source of the time
   * @return the providers, to be closed by the caller
   * @throws StartupException if there is no clear choice, or a provider refuses its configuration
   */
  public Providers open(Settings settings, Path dataDirectory, Clock clock) {
    SharedObjects shared = new SharedObjects();
    List<Provider> made = new ArrayList<>();
    try {
      Making making = new Making(settings, dataDirectory, clock, shared, made);
      return new Providers(
          making.make(stores), making.make(directories), making.make(permissions), made, shared);
    } catch (RuntimeException | Error e) {
      Closing.inReverse(made);
      shared.close();
      throw e;
    }
  }

  private static <T> ConfigKey<T> qualified(ProviderFactory<?> factory, ConfigKey<T> key) {
    return new ConfigKey<>(
        factory.id() + "." + key.name(),
        key.description(),
        key.defaultText(),
        key.secret(),
        key.parser());
  }

  private record Making(
      Settings settings,
      Path dataDirectory,
      Clock clock,
      SharedObjects shared,
      List<Provider> made) {

    <P extends Provider, F extends ProviderFactory<P>> P make(Candidates<P, F> candidates) {
      if (candidates.given().isPresent()) {
        return candidates.given().get();
      }
      ProviderKind kind = candidates.kind();
      F factory = candidates.choose(settings.all().find(kind.choice()));
      ProviderConfig config = settings.scope(factory.id());
      try {
        P provider =
            factory.create(
                new ScopedContext(config, clock, dataDirectory, shared.scope(factory.id())));
        made.add(provider);
        return provider;
      } catch (IllegalArgumentException | LinkageError e) {
        throw new StartupException(
            "the "
                + kind.type()
                + " provider "
                + factory.id()
                + " cannot be made: "
                + e.getMessage(),
            e);
      }
    }
  }
}
