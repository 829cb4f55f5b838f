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
 * A run of the wrapper's Maven. It installs into the {@link StagedRepository} alone; what the outer
 * build has fetched is read from the outer build's repository.
 *
 * @param status the exit status
 * @param output all that it printed, on both streams
 */
record MavenRun(int status, String output) {

  private static final Path LOG = Path.of("target/maven.log").toAbsolutePath();

  static MavenRun in(Path folder, String... arguments) throws Exception {
    boolean windows = File.separatorChar == '\\';
    List<String> command = new ArrayList<>();
    command.add(Pom.ROOT.resolve(windows ? "mvnw.cmd" : "mvnw").toString());
    command.add("--batch-mode");
    command.add("--no-transfer-progress");
    if (System.getProperty("maven.network").equals("offline=true")) {
      command.add("--offline");
    }
    command.add("-Dmaven.repo.local=" + StagedRepository.FOLDER);
    command.add("-Dmaven.repo.local.tail=" + System.getProperty("maven.repository"));
    command.addAll(List.of(arguments));
    return of(folder, command);
  }

  private static MavenRun of(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Files.createDirectories(LOG.getParent());
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile())
            .start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        throw new AssertionError("Maven did not end:\n" + Files.readString(LOG, UTF_8));
      }
    } finally {
      process.destroyForcibly();
    }
    return new MavenRun(process.exitValue(), Files.readString(LOG, UTF_8));
  }
}
