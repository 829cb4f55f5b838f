package io.latchkey.spi.directory;

import io.latchkey.spi.ProviderFactory;

/** Makes {@link UserDirectory}s; found by {@link java.util.ServiceLoader}. */
public interface UserDirectoryFactory extends ProviderFactory<UserDirectory> {}
