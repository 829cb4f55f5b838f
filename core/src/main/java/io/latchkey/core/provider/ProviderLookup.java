package io.latchkey.core.provider;

import io.latchkey.core.config.Settings;
import io.latchkey.core.config.StartupException;
import io.latchkey.spi.ConfigKey;
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
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The providers that are there, found by {@link ServiceLoader} on class path and module path, and
 * in {@linkplain ProviderJar jars of their own}.
 *
 * <p>The choice is explicit: configuration names an id for each interface. One candidate and no
 * name: that one. None, several, or two with one id is a {@link StartupException} that lists what
 * was found and where; it is never the first one found.
 *
 * <p>Thread-safe.
 */
public final class ProviderLookup {

  private static final ProviderLookup NONE =
      new ProviderLookup(
          Candidates.none(ProviderKind.STORE, TokenStore.class, TokenStoreFactory.class),
          Candidates.none(ProviderKind.DIRECTORY, UserDirectory.class, UserDirectoryFactory.class),
          Candidates.none(
              ProviderKind.PERMISSIONS, PermissionChecker.class, PermissionCheckerFactory.class));

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
    return NONE.and(new ProviderSource(loader, Optional.empty()));
  }

  /**
   * The same and the providers of a jar.
   *
   * @param jar the jar, to be closed by the caller after the providers
   * @return a new lookup
   * @throws StartupException if there is no provider in it, if one cannot be loaded, has an id that
   *     is not allowed, or shares its id with another; the message names the jar
   */
  public ProviderLookup with(ProviderJar jar) {
    ProviderLookup more = and(jar.source());
    if (more.candidates().mapToInt(kind -> kind.found().size()).sum()
        == candidates().mapToInt(kind -> kind.found().size()).sum()) {
      throw new StartupException(
          "there is no provider in "
              + jar.name()
              + "; a library belongs into a folder with the provider that needs it");
    }
    return more;
  }

  private ProviderLookup and(ProviderSource source) {
    return new ProviderLookup(stores.and(source), directories.and(source), permissions.and(source));
  }

  /**
   * The same with a store that the host has made itself, whatever was found. The host closes it.
   *
   * @param store the store
   * @return a new lookup
   */
  public ProviderLookup with(TokenStore store) {
    return new ProviderLookup(stores.given(store), directories, permissions);
  }

  /**
   * The same with a directory that the host has made itself, whatever was found. The host closes
   * it.
   *
   * @param directory the directory
   * @return a new lookup
   */
  public ProviderLookup with(UserDirectory directory) {
    return new ProviderLookup(stores, directories.given(directory), permissions);
  }

  /**
   * The same with a permission checker that the host has made itself, whatever was found. The host
   * closes it.
   *
   * @param checker the checker
   * @return a new lookup
   */
  public ProviderLookup with(PermissionChecker checker) {
    return new ProviderLookup(stores, directories, permissions.given(checker));
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
    candidates()
        .flatMap(kind -> kind.found().stream())
        .forEach(found -> found.keys().forEach(key -> keys.add(qualified(found.id(), key))));
    return keys;
  }

  /**
   * What was found, and which of it settings choose.
   *
   * @param settings what the operator has set
   * @return the providers in the order of their interfaces, and of each in the order in which they
   *     were found; those that the host has made itself are not among them
   */
  public List<FoundProvider> found(Settings settings) {
    return candidates()
        .flatMap(kind -> kind.found().stream().map(found -> describe(kind, found, settings)))
        .toList();
  }

  private static FoundProvider describe(
      Candidates<?, ?> candidates, Candidate<?> found, Settings settings) {
    ProviderKind kind = candidates.kind();
    return new FoundProvider(
        kind.type(),
        kind.part(),
        found.id(),
        found.source().jar(),
        found.version(),
        candidates.whyNot(found, settings.all().find(kind.choice())));
  }

  private Stream<Candidates<?, ?>> candidates() {
    return Stream.of(stores, directories, permissions);
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
    return new Making(settings, dataDirectory, clock).make(stores, directories, permissions);
  }

  private static <T> ConfigKey<T> qualified(String id, ConfigKey<T> key) {
    return new ConfigKey<>(
        id + "." + key.name(), key.description(), key.defaultText(), key.secret(), key.parser());
  }
}
