package io.latchkey.tck.memory;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserDirectoryFactory;
import java.util.function.Supplier;

/** Makes an {@link InMemoryUserDirectory}; its id is {@code memory}. */
public final class InMemoryUserDirectoryFactory implements UserDirectoryFactory {

  private final Supplier<InMemoryUserDirectory> directories;

  /** Makes a new directory at each call. */
  public InMemoryUserDirectoryFactory() {
    this.directories = InMemoryUserDirectory::new;
  }

  /**
   * Hands out one directory, so that a test can reach what its host works with.
   *
   * @param directory what every call of {@link #create} returns; the host will close it
   */
  public InMemoryUserDirectoryFactory(InMemoryUserDirectory directory) {
    requireNonNull(directory, "directory");
    this.directories = () -> directory;
  }

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public UserDirectory create(ProviderContext context) {
    requireNonNull(context, "context");
    return directories.get();
  }
}
