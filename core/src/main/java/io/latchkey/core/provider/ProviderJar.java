package io.latchkey.core.provider;

import io.latchkey.core.config.StartupException;
import io.latchkey.spi.SpiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Providers in a jar of their own, or in a folder that holds a jar and those that it needs, with a
 * class loader of their own. Of the host they see the SPI alone, so that two of them may bring
 * different versions of a library.
 *
 * <p>The class loader is also the context class loader of the thread while a factory is made or
 * asked, while it makes a provider, and in every call of that provider and of the features that it
 * hands out.
 *
 * <p>Thread-safe.
 */
public final class ProviderJar implements AutoCloseable {

  private final String name;
  private final ProviderClassLoader loader;

  private ProviderJar(String name, ProviderClassLoader loader) {
    this.name = name;
    this.loader = loader;
  }

  /**
   * Reads a jar, or the jars of a folder, and sees that the SPI of this host is enough for it.
   *
   * @param place a jar, or a folder with at least one {@code *.jar} in it; messages name it as it
   *     is given here
   * @return the jar, open until it is closed
   * @throws StartupException if there is no jar, if one cannot be read, or if one was built for
   *     another SPI: it says so in its manifest, or uses what the SPI of this host does not have
   */
  public static ProviderJar open(Path place) {
    List<Path> files = Files.isDirectory(place) ? jarsIn(place) : List.of(place);
    if (files.isEmpty()) {
      throw new StartupException("the provider folder " + place + " has no jar in it");
    }
    files.forEach(ProviderJar::requireSound);
    URL[] urls = files.stream().map(ProviderJar::url).toArray(URL[]::new);
    return new ProviderJar(place.toString(), new ProviderClassLoader(place.toString(), urls));
  }

  /**
   * Whether a file is a jar by its name.
   *
   * @param file a file
   * @return true if its name ends in {@code .jar}, in any case
   */
  public static boolean isJar(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar");
  }

  /**
   * The jar or folder, as an operator calls it.
   *
   * @return the path that it was opened by
   */
  public String name() {
    return name;
  }

  /**
   * Runs something with the class loader of this jar as that of the thread.
   *
   * @param code what to run
   * @param <T> the type of its result
   * @return what it returns
   */
  public <T> T run(Supplier<T> code) {
    return ContextClassLoader.during(loader, code);
  }

  ProviderSource source() {
    return new ProviderSource(loader, Optional.of(name));
  }

  /** Closes the files. What was not loaded until now cannot be loaded any more. */
  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> jarsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(ProviderJar::isJar).sorted().toList();
    } catch (IOException e) {
      throw new StartupException("the provider folder " + folder + " cannot be read", e);
    }
  }

  private static void requireSound(Path file) {
    try (JarFile jar = new JarFile(file.toFile(), false)) {
      Manifest manifest = jar.getManifest();
      if (manifest != null) {
        Optional.ofNullable(manifest.getMainAttributes().getValue(SpiVersion.ATTRIBUTE))
            .ifPresent(text -> requireServed(file, text));
      }
      SpiReferences.missing(jar)
          .ifPresent(
              missing -> {
                throw ProviderFailure.newerSpi(file.toString(), missing);
              });
    } catch (ZipException e) {
      throw new StartupException(
          "the provider jar " + file + " is not a zip file, or is damaged or cut off", e);
    } catch (FileSystemException e) {
      throw new StartupException("the provider jar " + file + " cannot be read", e);
    } catch (IOException e) {
      throw new StartupException(
          "the provider jar " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void requireServed(Path file, String text) {
    SpiVersion builtFor;
    try {
      builtFor = SpiVersion.parse(text.strip());
    } catch (IllegalArgumentException e) {
      throw new StartupException(
          "the provider jar "
              + file
              + " states \""
              + text
              + "\" as its "
              + SpiVersion.ATTRIBUTE
              + ", which is not a version such as "
              + SpiVersion.current(),
          e);
    }
    SpiVersion current = SpiVersion.current();
    if (!current.serves(builtFor)) {
      throw builtFor.major() < current.major()
          ? ProviderFailure.olderSpi(file.toString(), "SPI " + builtFor)
          : ProviderFailure.newerSpi(file.toString(), "SPI " + builtFor);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new StartupException("the provider jar " + file + " cannot be read", e);
    }
  }
}
