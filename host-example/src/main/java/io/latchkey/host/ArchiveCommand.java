package io.latchkey.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.core.config.StartupException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes two files beside the jar: an archive of the classes that a server loads, which lets the
 * JVM start faster and share their memory, and the arguments with which {@code java} uses it. What
 * to archive is learned from a {@link Rehearsal} in a process of its own.
 */
final class ArchiveCommand {

  private static final long LONGEST_REHEARSAL_SECONDS = 300;

  private final Path jar;

  /**
   * Creates the command.
   *
   * @param jar the jar of the server, where it is to stay: the archive is of that very file
   */
  ArchiveCommand(Path jar) {
    this.jar = jar;
  }

  /** The command for the jar that this process runs from. */
  static ArchiveCommand ofThisJar() {
    try {
      Path place = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(place)) {
        throw new StartupException(
            "only classes in a jar can be archived, and this server runs from the folder " + place);
      }
      return new ArchiveCommand(place.toRealPath());
    } catch (URISyntaxException | IOException e) {
      throw new StartupException("the jar of this server cannot be found", e);
    }
  }

  /**
   * Writes both files. Those that are there are replaced as a whole, even while a server uses them.
   *
   * @return the file of arguments
   * @throws StartupException if they cannot be written
   */
  Path run() {
    String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    Path archive = jar.resolveSibling(name + ".jsa");
    Path arguments = jar.resolveSibling(name + ".args");
    try {
      // In the same folder: a move within a file system shows others the whole file or none. A JVM
      // that maps a part of an archive crashes.
      Path work = Files.createTempDirectory(jar.toAbsolutePath().getParent(), ".archive-");
      try {
        rehearse(work);
        Files.writeString(work.resolve("args"), arguments(archive), UTF_8);
        move(work.resolve("jsa"), archive);
        move(work.resolve("args"), arguments);
        return arguments;
      } finally {
        delete(work);
      }
    } catch (IOException e) {
      throw new StartupException("the archive cannot be written to " + archive + ": " + e, e);
    }
  }

  private void rehearse(Path work) throws IOException {
    Path log = work.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:ArchiveClassesAtExit=" + work.resolve("jsa"),
            "-cp",
            jar.toString(),
            Rehearsal.class.getName(),
            work.toString());
    builder.directory(work.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(ArchiveCommand::isSetting);
    Process process = builder.start();
    if (!ended(process)) {
      process.destroyForcibly();
      throw new StartupException("the server that was to be archived did not end in time");
    }
    if (process.exitValue() != 0) {
      throw new StartupException("the server that was to be archived failed: " + lastLine(log));
    }
    if (!Files.exists(work.resolve("jsa"))) {
      throw new StartupException(
          "this Java makes no archive; if it has none of its own classes, java -Xshare:dump makes that: "
              + lastLine(log));
    }
  }

  /** Neither what this operator's servers use nor an archive that is there must reach it. */
  private static boolean isSetting(String variable) {
    return variable.startsWith("LATCHKEY_")
        || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").contains(variable);
  }

  private static boolean ended(Process process) {
    try {
      return process.waitFor(LONGEST_REHEARSAL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** As {@code java} reads them from a file; the paths hold wherever the server is started. */
  private String arguments(Path archive) {
    return """
        # java @%s --key=value ... starts the server with the archive of its classes. The archive is of one jar and one
        # Java; with others the server starts as without it, and nothing is said of that.
        -XX:SharedArchiveFile=%s
        -Xlog:cds=off
        -Xlog:cds+dynamic=off
        -jar %s
        """
        .formatted(
            archive.getFileName().toString().replaceFirst("jsa$", "args"),
            quoted(archive),
            quoted(jar));
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\") + '"';
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.isEmpty() ? "it has said nothing" : lines.get(lines.size() - 1);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
