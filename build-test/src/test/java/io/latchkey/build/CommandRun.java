package io.latchkey.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command that was run to its end.
 *
 * @param status the exit status
 * @param output all that it printed, on both streams
 */
record CommandRun(int status, String output) {

  private static final Path LOG = Path.of("target/command.log").toAbsolutePath();

  /** The wrapper's Maven. */
  static CommandRun maven(Path folder, String... arguments) throws Exception {
    boolean windows = File.separatorChar == '\\';
    List<String> command = new ArrayList<>();
    command.add(Pom.ROOT.resolve(windows ? "mvnw.cmd" : "mvnw").toString());
    command.addAll(List.of(arguments));
    return of(folder, command);
  }

  /** Lines of a shell, as a page shows them; the first that fails ends it. */
  static CommandRun shell(Path folder, String lines) throws Exception {
    return of(folder, List.of("bash", "-euo", "pipefail", "-c", lines));
  }

  private static CommandRun of(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile())
            .start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        throw new AssertionError(command + " did not end:\n" + Files.readString(LOG, UTF_8));
      }
    } finally {
      process.destroyForcibly();
    }
    return new CommandRun(process.exitValue(), Files.readString(LOG, UTF_8));
  }
}
