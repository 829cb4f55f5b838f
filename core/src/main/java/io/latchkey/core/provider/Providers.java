package io.latchkey.core.provider;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.Provider;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.token.TokenStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The three providers of a host.
 *
 * <p>Thread-safe.
 */
public final class Providers implements AutoCloseable {

  private final TokenStore store;
  private final UserDirectory directory;
  private final PermissionChecker permissions;
  private final List<Provider> owned;
  private final SharedObjects shared;

  /**
   * Puts together providers that the host has made itself. {@link #close()} leaves them open.
   *
   * @param store keeps the tokens
   * @param directory knows the users
   * @param permissions decides who may
   */
  public Providers(TokenStore store, UserDirectory directory, PermissionChecker permissions) {
    this(store, directory, permissions, List.of(), new SharedObjects());
  }

  Providers(
      TokenStore store,
      UserDirectory directory,
      PermissionChecker permissions,
      List<Provider> owned,
      SharedObjects shared) {
    this.store = requireNonNull(store, "store");
    this.directory = requireNonNull(directory, "directory");
    this.permissions = requireNonNull(permissions, "permissions");
    this.owned = List.copyOf(owned);
    this.shared = shared;
  }

  /**
   * Keeps the tokens.
   *
   * @return the store
   */
  public TokenStore store() {
    return store;
  }

  /**
   * Knows the users.
   *
   * @return the directory
   */
  public UserDirectory directory() {
    return directory;
  }

  /**
   * Decides who may.
   *
   * @return the checker
   */
  public PermissionChecker permissions() {
    return permissions;
  }

  /**
   * Asks each provider whether it is well.
   *
   * @return the answers by {@code store}, {@code directory}, {@code permissions}, in that order
   */
  public Map<String, CheckResult> check() {
    Map<String, CheckResult> results = new LinkedHashMap<>();
    results.put("store", store.check());
    results.put("directory", directory.check());
    results.put("permissions", permissions.check());
    return results;
  }

  /**
   * Closes the providers that {@link ProviderLookup} has made, and leaves those that it was given.
   */
  @Override
  public void close() {
    Closing.inReverse(owned);
    shared.close();
  }
}
