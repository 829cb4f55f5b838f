package io.latchkey.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A local repository in {@code target}, for what is published here and for what tests install. */
final class StagedRepository {

  static final Path FOLDER = Path.of("target/repository").toAbsolutePath();

  private StagedRepository() {}

  /** Puts the poms and, where there are some, the jars of modules there, as they were packaged. */
  static void publish(String... modules) throws Exception {
    for (String module : modules) {
      Pom pom = Pom.of(module);
      String artifact = pom.text("/project/artifactId");
      Path folder = Pom.ROOT.resolve(module);
      copy(folder.resolve("pom.xml"), file(artifact, version(), "pom"));
      if (pom.texts("/project/packaging[.='pom']").isEmpty()) {
        Path jar = folder.resolve("target/" + artifact + "-" + version() + ".jar");
        copy(jar, file(artifact, version(), "jar"));
      }
    }
  }

  /**
   * Lets every Maven that runs in a folder install there alone. What this build has fetched already
   * it reads from this build's repository, and it goes to the network only if this build does.
   */
  static void useIn(Path folder) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--batch-mode",
                "--no-transfer-progress",
                "-Dmaven.repo.local=" + FOLDER,
                "-Dmaven.repo.local.tail=" + System.getProperty("maven.repository")));
    if (System.getProperty("maven.network").equals("offline=true")) {
      arguments.add("--offline");
    }
    Files.write(Files.createDirectories(folder.resolve(".mvn")).resolve("maven.config"), arguments);
  }

  /** Where a file of an artifact of ours is; its folder is made. */
  static Path file(String artifact, String version, String extension) throws IOException {
    return Files.createDirectories(FOLDER.resolve("io/latchkey").resolve(artifact).resolve(version))
        .resolve(artifact + "-" + version + "." + extension);
  }

  /** The version that is being built. */
  static String version() throws Exception {
    return Pom.of("").text("/project/version");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
