package io.latchkey.ldap.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The programs of the directory servers: a test that lacks one fails, for a skipped test proves
 * nothing.
 */
final class Programs {

  private static final long SECONDS = 180;

  private Programs() {}

  static String find(String name) {
    Stream<String> path = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1));
    return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    name
                        + " is not installed; run provider-ldap/install-directory-servers as root"))
        .toString();
  }

  /** Runs it to its end; the log tells what it said if it fails. */
  static void run(Path log, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("it did not end: " + command + "\n" + Files.readString(log));
      }
      if (process.exitValue() != 0) {
        throw new AssertionError("it failed: " + command + "\n" + Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + command, e);
    }
  }
}
