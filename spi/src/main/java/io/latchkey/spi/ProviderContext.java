package io.latchkey.spi;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What a provider is made with. Implemented by {@code latchkey-core}.
 *
 * <p>Thread-safe.
 */
public interface ProviderContext {

  /**
   * The values of the provider's keys, without the scope.
   *
   * @return the configuration of this provider
   */
  ProviderConfig config();

  /**
   * The only source of the present time.
   *
   * @return the clock of the host
   */
  Clock clock();

  /**
   * A folder in which the provider may keep files. It need not exist yet: the provider makes it
   * when it first needs it.
   *
   * @return an absolute path
   */
  Path dataDirectory();

  /**
   * Something that the providers of <em>one id</em> share, such as a connection pool under a {@code
   * TokenStore} and a {@code UserDirectory}. The first call makes it; later calls with the same
   * type, by any factory of the same id, get the same object. It is closed after the last provider
   * was closed; a provider does not close it.
   *
   * <p>To be called by {@link ProviderFactory#create} alone; once the providers are closed it
   * throws {@link IllegalStateException}.
   *
   * @param type the key, and the type of the object
   * @param make makes the object, without I/O; called at most once
   * @param <R> the type of the object
   * @return the shared object
   */
  <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make);
}
