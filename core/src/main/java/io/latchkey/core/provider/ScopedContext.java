package io.latchkey.core.provider;

import io.latchkey.spi.ProviderConfig;
import io.latchkey.spi.ProviderContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/** The surroundings of the providers of one id. */
record ScopedContext(
    ProviderConfig config, Clock clock, Path dataDirectory, SharedObjects.Scope sharedScope)
    implements ProviderContext {

  @Override
  public <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make) {
    return sharedScope.get(type, make);
  }
}
