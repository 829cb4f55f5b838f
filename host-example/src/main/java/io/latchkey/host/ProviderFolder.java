package io.latchkey.host;

import io.latchkey.core.config.StartupException;
import io.latchkey.core.provider.ProviderJar;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.spi.ProviderConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder that an operator puts providers into: each jar in it, and each folder of jars in it,
 * is one provider with a class loader of its own. Other files, and what starts with a dot, are left
 * alone.
 */
final class ProviderFolder implements AutoCloseable {

  private final List<Path> places;
  private final List<ProviderJar> open = new ArrayList<>();

  private ProviderFolder(List<Path> places) {
    this.places = places;
  }

  /** Looks into the folder that is configured; the default one need not be there. */
  static ProviderFolder of(ProviderConfig config) {
    Path folder = config.get(HostKeys.PROVIDER_DIR).normalize();
    if (!Files.exists(folder) && config.find(HostKeys.GIVEN_PROVIDER_DIR).isEmpty()) {
      return new ProviderFolder(List.of());
    }
    if (!Files.isDirectory(folder)) {
      throw new StartupException(
          HostKeys.PROVIDER_DIR.name()
              + " is "
              + folder
              + (Files.exists(folder) ? ", which is not a folder" : ", which does not exist"));
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return new ProviderFolder(entries.filter(ProviderFolder::isProvider).sorted().toList());
    } catch (IOException e) {
      throw new StartupException("the folder " + folder + " cannot be read", e);
    }
  }

  private static boolean isProvider(Path entry) {
    return !entry.getFileName().toString().startsWith(".")
        && (ProviderJar.isJar(entry) || Files.isDirectory(entry));
  }

  /** Adds all providers of the folder; the first one that is broken ends it. */
  ProviderLookup addTo(ProviderLookup lookup) {
    ProviderLookup all = lookup;
    for (Path place : places) {
      all = add(place, all);
    }
    return all;
  }

  /**
   * Adds the providers of the folder that are sound, and collects what is wrong with the others.
   */
  ProviderLookup addSoundTo(ProviderLookup lookup, Map<Path, StartupException> broken) {
    ProviderLookup all = lookup;
    for (Path place : places) {
      try {
        all = add(place, all);
      } catch (StartupException e) {
        broken.put(place, e);
      }
    }
    return all;
  }

  private ProviderLookup add(Path place, ProviderLookup lookup) {
    ProviderJar jar = ProviderJar.open(place);
    open.add(jar);
    JdbcDrivers.register(jar);
    return lookup.with(jar);
  }

  /** To be called when the providers are closed. */
  @Override
  public void close() {
    open.forEach(ProviderJar::close);
    open.clear();
  }
}
