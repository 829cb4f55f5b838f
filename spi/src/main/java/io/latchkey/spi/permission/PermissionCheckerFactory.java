package io.latchkey.spi.permission;

import io.latchkey.spi.ProviderFactory;

/** Makes {@link PermissionChecker}s; found by {@link java.util.ServiceLoader}. */
public interface PermissionCheckerFactory extends ProviderFactory<PermissionChecker> {}
