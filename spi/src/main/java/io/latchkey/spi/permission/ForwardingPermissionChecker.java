package io.latchkey.spi.permission;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.CheckResult;
import java.util.Optional;

/**
 * Hands every call on to another checker: the base of decorators, which then override what they
 * change. It also hands on what a later version of {@link PermissionChecker} adds.
 *
 * <p>Who decides otherwise by {@link #check(PermissionRequest)} also overrides {@link
 * #permittedOrganizations()}, be it to offer none: a search shows what that finds, and asks no
 * more.
 *
 * <p>As thread-safe as the other checker.
 */
public abstract class ForwardingPermissionChecker implements PermissionChecker {

  private final PermissionChecker delegate;

  /**
   * Creates a decorator.
   *
   * @param delegate the checker that gets the calls; closed by {@link #close()}
   */
  protected ForwardingPermissionChecker(PermissionChecker delegate) {
    this.delegate = requireNonNull(delegate, "delegate");
  }

  @Override
  public CheckResult check() {
    return delegate.check();
  }

  @Override
  public PermissionDecision check(PermissionRequest request) {
    return delegate.check(request);
  }

  @Override
  public Optional<PermittedOrganizations> permittedOrganizations() {
    return delegate.permittedOrganizations();
  }

  @Override
  public void close() {
    delegate.close();
  }
}
