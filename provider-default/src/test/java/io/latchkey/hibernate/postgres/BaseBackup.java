package io.latchkey.hibernate.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies the data of a server that runs, as {@code pg_basebackup} does, which is not among the
 * programs of the tests.
 */
final class BaseBackup {

  /** What is of one running server, and folders that start out empty. */
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "standby.signal", "postgresql.auto.conf");

  private static final Set<String> EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private final Path from;
  private final Path to;
  private final ServerUser user;

  /**
   * A backup that is still to be made.
   *
   * @param from the data of the server that runs
   * @param to where the copy goes, instead of what is there
   * @param user who is to own it
   */
  BaseBackup(Path from, Path to, ServerUser user) {
    this.from = from;
    this.to = to;
    this.user = user;
  }

  /** Makes it; the connection is one of the administrator to that server. */
  void make(Connection connection) throws SQLException, IOException {
    delete();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('copy', fast => true)");
      Files.walkFileTree(from, new Copy());
      try (ResultSet stopped =
          statement.executeQuery(
              "SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)")) {
        stopped.next();
        write("backup_label", stopped.getString(1));
      }
    }
  }

  private void delete() throws IOException {
    if (Files.exists(to)) {
      try (Stream<Path> files = Files.walk(to)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Writes one more file into the copy. */
  void write(String name, String text) throws IOException {
    user.give(Files.writeString(to.resolve(name), text));
  }

  private final class Copy extends SimpleFileVisitor<Path> {

    private Path target(Path source) {
      return to.resolve(from.relativize(source));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Path copy = Files.createDirectory(target(folder));
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
      user.give(copy);
      return EMPTY.contains(from.relativize(folder).toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!LEFT_OUT.contains(from.relativize(file).toString())) {
        try {
          user.give(Files.copy(file, target(file)));
        } catch (NoSuchFileException removedMeanwhile) {
          return FileVisitResult.CONTINUE;
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE; // the server runs on, and removes files
      }
      throw e;
    }
  }
}
