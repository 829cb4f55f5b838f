package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.server.Guard;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once for each JVM into a temporary folder. */
final class PostgresFiles {

  private static final Path UNPACKED = unpack();

  private PostgresFiles() {}

  static String program(String name) {
    return UNPACKED.resolve("bin").resolve(name).toString();
  }

  /** A temporary folder that every user may enter: the server may run as another one. */
  static Path newFolder() throws IOException {
    Path folder = Files.createTempDirectory("latchkey-postgres-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder;
  }

  private static Path unpack() {
    String archive = "postgres-%s-%s.txz".formatted(system(), machine());
    try (InputStream packed = PostgresFiles.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new AssertionError("no PostgreSQL for this machine on the class path: " + archive);
      }
      Path folder = newFolder();
      Guard.over(folder);
      unpack(packed, folder);
      return folder;
    } catch (IOException e) {
      throw new AssertionError("PostgreSQL could not be unpacked", e);
    }
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name;
  }

  /**
   * How a server that was killed syncs its files at the next start: at once, where that is known.
   */
  static String syncMethod() {
    return system().equals("linux") ? "syncfs" : "fsync";
  }

  private static String machine() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(tar, file);
          boolean program = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }
}
