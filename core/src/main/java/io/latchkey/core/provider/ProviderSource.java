package io.latchkey.core.provider;

import io.latchkey.spi.ProviderFactory;
import java.net.URL;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * A place that factories are loaded from.
 *
 * @param loader sees them
 * @param jar the jar or folder that the loader was made for, as an operator calls it; absent for
 *     the class path and module path of the host
 */
record ProviderSource(ClassLoader loader, Optional<String> jar) {

  /** All factories of a kind. */
  <F extends ProviderFactory<?>> List<Candidate<F>> load(ProviderKind kind, Class<F> type) {
    return run(
        () -> {
          List<Candidate<F>> candidates = new ArrayList<>();
          try {
            ServiceLoader.load(type, loader)
                .forEach(factory -> candidates.add(Candidate.of(factory, this)));
          } catch (Throwable e) {
            throw ProviderFailure.loading(kind, this, e);
          }
          return candidates;
        });
  }

  /** Runs code of this place; that of a jar finds its own class loader as that of the thread. */
  <T> T run(Supplier<T> code) {
    return jar.isPresent() ? ContextClassLoader.during(loader, code) : code.get();
  }

  /** A provider of this place whose methods run as {@link #run} says. */
  <P> P guard(Class<P> type, P provider) {
    return jar.isPresent() ? ContextClassLoader.around(type, provider, loader) : provider;
  }

  /** The jar or folder that a factory came from; on the class path by its file name. */
  String origin(ProviderFactory<?> factory) {
    return jar.orElseGet(() -> codeSource(factory.getClass()));
  }

  private static String codeSource(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null) {
      return type.getName();
    }
    String path = location.getPath();
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
