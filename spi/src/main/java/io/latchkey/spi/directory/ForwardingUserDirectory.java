package io.latchkey.spi.directory;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.CheckResult;
import java.util.Optional;

/**
 * Hands every call on to another directory: the base of decorators, which then override what they
 * change. It also hands on what a later version of {@link UserDirectory} adds.
 *
 * <p>As thread-safe as the other directory.
 */
public abstract class ForwardingUserDirectory implements UserDirectory {

  private final UserDirectory delegate;

  /**
   * Creates a decorator.
   *
   * @param delegate the directory that gets the calls; closed by {@link #close()}
   */
  protected ForwardingUserDirectory(UserDirectory delegate) {
    this.delegate = requireNonNull(delegate, "delegate");
  }

  @Override
  public CheckResult check() {
    return delegate.check();
  }

  @Override
  public Optional<User> findUser(String userId) {
    return delegate.findUser(userId);
  }

  @Override
  public boolean organizationExists(String organizationId) {
    return delegate.organizationExists(organizationId);
  }

  @Override
  public Optional<UserSearch> search() {
    return delegate.search();
  }

  @Override
  public Optional<ManagedDirectory> managed() {
    return delegate.managed();
  }

  @Override
  public void close() {
    delegate.close();
  }
}
