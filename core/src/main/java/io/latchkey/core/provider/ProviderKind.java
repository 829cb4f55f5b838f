package io.latchkey.core.provider;

import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.Provider;
import io.latchkey.spi.ProviderFactory;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserDirectoryFactory;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionCheckerFactory;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.spi.token.TokenStoreFactory;

/**
 * One of the three interfaces of the SPI, as the lookup sees it.
 *
 * @param name the interface, as messages call it
 * @param factory the service that is looked up
 * @param choice the key by which an operator chooses
 * @param <P> the interface
 * @param <F> its factory
 */
record ProviderKind<P extends Provider, F extends ProviderFactory<P>>(
    String name, Class<F> factory, ConfigKey<String> choice) {

  static final ProviderKind<TokenStore, TokenStoreFactory> STORE =
      new ProviderKind<>("TokenStore", TokenStoreFactory.class, choice("store", "TokenStore"));

  static final ProviderKind<UserDirectory, UserDirectoryFactory> DIRECTORY =
      new ProviderKind<>(
          "UserDirectory", UserDirectoryFactory.class, choice("directory", "UserDirectory"));

  static final ProviderKind<PermissionChecker, PermissionCheckerFactory> PERMISSIONS =
      new ProviderKind<>(
          "PermissionChecker",
          PermissionCheckerFactory.class,
          choice("permissions", "PermissionChecker"));

  private static ConfigKey<String> choice(String key, String name) {
    return ConfigKey.string(
        "provider." + key, "id of the " + name + "; may be left out if only one is there");
  }
}
