package io.latchkey.tck;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.ProviderConfig;
import io.latchkey.spi.ProviderContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a test makes a provider with. One context stands for one id of providers: what its providers
 * {@linkplain #shared share} is kept here until {@link #close}.
 *
 * <p>Thread-safe.
 */
public final class TestContext implements ProviderContext, AutoCloseable {

  private final ProviderConfig config;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
  private final Path dataDirectory;
  private final Map<Class<?>, AutoCloseable> shared = new LinkedHashMap<>();

  /**
   * Creates a context, at 2026-01-02T03:04:05Z.
   *
   * @param config the texts of the provider's keys, by name without the scope; copied
   * @param dataDirectory a folder for the provider's files; need not exist
   */
  public TestContext(Map<String, String> config, Path dataDirectory) {
    this.config = new ProviderConfig("", config);
    this.dataDirectory = requireNonNull(dataDirectory, "dataDirectory").toAbsolutePath();
  }

  @Override
  public ProviderConfig config() {
    return config;
  }

  @Override
  public SettableClock clock() {
    return clock;
  }

  @Override
  public Path dataDirectory() {
    return dataDirectory;
  }

  @Override
  public <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make) {
    requireNonNull(type, "type");
    requireNonNull(make, "make");
    synchronized (shared) {
      AutoCloseable found = shared.get(type);
      if (found == null) {
        found = requireNonNull(make.get(), "make.get()");
        shared.put(type, found);
      }
      return type.cast(found);
    }
  }

  /**
   * Closes what was shared, the latest first. To be called after the providers were closed.
   *
   * @throws IllegalStateException if something could not be closed; the rest is closed all the same
   */
  @Override
  public void close() {
    List<AutoCloseable> resources;
    synchronized (shared) {
      resources = new ArrayList<>(shared.values());
      shared.clear();
    }
    Collections.reverse(resources);
    IllegalStateException failure = null;
    for (AutoCloseable resource : resources) {
      try {
        resource.close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new IllegalStateException("a shared object could not be closed", e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
