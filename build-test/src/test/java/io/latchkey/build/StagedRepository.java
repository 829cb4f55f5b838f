package io.latchkey.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
