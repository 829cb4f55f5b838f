package io.latchkey.core.provider;

import io.latchkey.spi.ProviderFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Loads the classes of one provider. Of the host it sees the SPI alone, and never a copy of the SPI
 * in a jar of its own; all else comes from the JDK or from its jars. Resources, service files among
 * them, come from the JDK or its jars.
 */
final class ProviderClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final List<String> SHARED =
      List.of("io.latchkey.spi.", "org.jspecify.annotations.");

  ProviderClassLoader(String name, URL[] jars) {
    super(name, jars, ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (SHARED.stream().anyMatch(name::startsWith)) {
      return Class.forName(name, false, ProviderFactory.class.getClassLoader());
    }
    return super.loadClass(name, resolve);
  }
}
