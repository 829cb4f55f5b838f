package io.latchkey.core.provider;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.Provider;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.token.TokenStore;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The three providers of a host.
 *
 * <p>Thread-safe.
 */
public final class Providers implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Providers.class.getName());

  private final TokenStore store;
  private final UserDirectory directory;
  private final PermissionChecker permissions;

  /** How messages call those that were made. */
  private final Map<ProviderKind, String> names;

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
    this(store, directory, permissions, Map.of(), List.of(), new SharedObjects());
  }

  Providers(
      TokenStore store,
      UserDirectory directory,
      PermissionChecker permissions,
      Map<ProviderKind, String> names,
      List<Provider> owned,
      SharedObjects shared) {
    this.store = requireNonNull(store, "store");
    this.directory = requireNonNull(directory, "directory");
    this.permissions = requireNonNull(permissions, "permissions");
    this.names = Map.copyOf(names);
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
   * Asks each provider whether it is well. One that throws an exception instead of answering is
   * not.
   *
   * @return the answers by {@code store}, {@code directory}, {@code permissions}, in that order
   */
  public Map<String, CheckResult> check() {
    Map<String, CheckResult> results = new LinkedHashMap<>();
    check(ProviderKind.STORE, store, results);
    check(ProviderKind.DIRECTORY, directory, results);
    check(ProviderKind.PERMISSIONS, permissions, results);
    return results;
  }

  private void check(ProviderKind kind, Provider provider, Map<String, CheckResult> results) {
    CheckResult result;
    try {
      result = requireNonNull(provider.check(), "check() is null");
    } catch (RuntimeException | LinkageError e) {
      String name = names.containsKey(kind) ? " " + names.get(kind) : "";
      String provided = "the " + kind.type() + " provider" + name;
      LOG.log(Level.DEBUG, provided + " cannot be checked", e);
      result = CheckResult.failed(provided + " cannot be checked: " + ProviderFailure.reason(e));
    }
    results.put(kind.part(), result);
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
