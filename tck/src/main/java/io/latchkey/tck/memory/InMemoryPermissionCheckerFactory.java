package io.latchkey.tck.memory;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionCheckerFactory;
import java.util.function.Supplier;

/** Makes an {@link InMemoryPermissionChecker}; its id is {@code memory}. */
public final class InMemoryPermissionCheckerFactory implements PermissionCheckerFactory {

  private final Supplier<InMemoryPermissionChecker> checkers;

  /** Makes a new checker at each call. */
  public InMemoryPermissionCheckerFactory() {
    this.checkers = InMemoryPermissionChecker::new;
  }

  /**
   * Hands out one checker, so that a test can reach what its host works with.
   *
   * @param checker what every call of {@link #create} returns; the host will close it
   */
  public InMemoryPermissionCheckerFactory(InMemoryPermissionChecker checker) {
    requireNonNull(checker, "checker");
    this.checkers = () -> checker;
  }

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public PermissionChecker create(ProviderContext context) {
    requireNonNull(context, "context");
    return checkers.get();
  }
}
