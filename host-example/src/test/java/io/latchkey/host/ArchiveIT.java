package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of the server's classes: made by the build, or by {@code archive}, and used. */
class ArchiveIT {

  private static final String ARCHIVE = "shared objects file (top)";
  private static final String JAR = "file:";
  private static final Pattern LOADED = Pattern.compile("] (\\S+) source: (.*)$");

  @TempDir private Path folder;

  @Test
  void archiveOfTheBuild_holdsWhatTheServerLoads() throws Exception {
    Map<String, String> sources = sourcesOfClasses(beside(HostProcess.jar(), ".args"));
    assertThat(
            List.of(
                "io.latchkey.host.Host",
                "io.latchkey.core.Latchkey",
                "org.hibernate.internal.SessionFactoryImpl",
                "org.h2.engine.Engine",
                "org.eclipse.jetty.server.Server",
                "org.glassfish.jersey.server.ServerRuntime"))
        .allSatisfy(name -> assertThat(sources.get(name)).isEqualTo(ARCHIVE));
    long fromTheJar = sources.values().stream().filter(source -> source.startsWith(JAR)).count();
    assertThat(fromTheJar).isLessThan(sources.size() / 100);
  }

  @Test
  void command_archivesAJarWhereverItIs_whateverIsSetForTheServer() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path jar = Files.copy(HostProcess.jar(), home.resolve("server.jar"));
    Map<String, String> environment =
        Map.of(
            "LATCHKEY_DEFAULT_URL", "jdbc:postgresql://192.0.2.1/latchkey",
            "LATCHKEY_DATA_DIR", "data-of-the-server",
            "JDK_JAVA_OPTIONS", "-XX:SharedArchiveFile=\"" + beside(jar, ".jsa") + "\"");
    for (int time = 0; time < 2; time++) {
      try (HostProcess archive =
          HostProcess.java(folder, environment, List.of("-jar", jar.toString(), "archive"))) {
        assertThat(archive.awaitExit()).as("%s", archive.output()).isEqualTo(0);
        assertThat(archive.output())
            .last()
            .isEqualTo("Start the server by java @" + beside(jar.toRealPath(), ".args"));
      }
      assertThat(names(home)).containsExactly("server.args", "server.jar", "server.jsa");
      assertThat(names(folder)).containsExactly("home");
    }
    assertThat(sourcesOfClasses(beside(jar, ".args")).get("io.latchkey.host.Host"))
        .isEqualTo(ARCHIVE);
  }

  @Test
  void archiveOfAnotherJar_isLeftAsideWithoutAWord() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path jar = Files.copy(HostProcess.jar(), home.resolve("latchkey-host.jar"));
    Files.copy(beside(HostProcess.jar(), ".jsa"), beside(jar, ".jsa"));
    Path arguments =
        Files.writeString(
            beside(jar, ".args"),
            Files.readString(beside(HostProcess.jar(), ".args"))
                .replace(HostProcess.jar().toRealPath().getParent().toString(), home.toString()));
    assertThat(sourcesOfClasses(arguments).get("io.latchkey.host.Host")).startsWith(JAR);
  }

  @Test
  void archiveThatIsMissing_isNotMissed() throws Exception {
    Path arguments =
        Files.writeString(
            folder.resolve("latchkey-host.args"),
            Files.readString(beside(HostProcess.jar(), ".args")).replace(".jsa", ".none"),
            StandardOpenOption.CREATE_NEW);
    assertThat(sourcesOfClasses(arguments).get("io.latchkey.host.Host")).startsWith(JAR);
  }

  /**
   * Starts a server, sees that it says what it always says, and tells from where it has which
   * class.
   */
  private Map<String, String> sourcesOfClasses(Path arguments) throws Exception {
    Path run = Files.createTempDirectory(folder, "run");
    Path log = run.resolve("classes.log");
    try (HostProcess process =
        HostProcess.java(
            run,
            Map.of(),
            List.of("-Xlog:class+load:file=" + log, "@" + arguments, "--http.port=0"))) {
      Client client = new Client(process.awaitReady());
      String token = Files.readString(run.resolve("latchkey-data/bootstrap.pat")).strip();
      assertThat(client.create(token, "nowhere", "nobody").body()).contains("AUTH-Bs7Ds");
      assertThat(process.output())
          .filteredOn(line -> !line.contains("made the first user"))
          .filteredOn(line -> !line.contains("latchkey.access"))
          .containsExactly("Latchkey is ready at " + client.base());
      process.terminate();
      assertThat(process.awaitExit()).isEqualTo(143);
    }
    Map<String, String> sources = new HashMap<>();
    for (String line : Files.readAllLines(log)) {
      Matcher loaded = LOADED.matcher(line);
      if (loaded.find()) {
        sources.put(loaded.group(1), loaded.group(2));
      }
    }
    return sources;
  }

  private static Path beside(Path jar, String ending) {
    return jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", ending));
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
