package io.latchkey.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The comparison with the last release, set up as {@code spi} and {@code tck} are, on small
 * libraries that take their place: one run of Maven over all of them, each with a change.
 */
class ApiBaselineIT {

  private static final String RELEASED =
      """
      package io.latchkey.spi;
      /** What providers implement. */
      public interface Sample {
        Answer ask(String text);
        /** What it answers. */
        sealed interface Answer {
          record Yes(long at) implements Answer {}
        }
      }
      """;

  private static final Pattern PLUGIN =
      Pattern.compile(
          "<plugin>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>"
              + "(maven-antrun-plugin|maven-dependency-plugin|japicmp-maven-plugin)"
              + "</artifactId>\\s*</plugin>");

  @TempDir private static Path folder;

  private static final List<String> NAMES = new ArrayList<>();
  private static CommandRun run;

  @BeforeAll
  static void runMaven() throws Exception {
    StagedRepository.publish("", "bom");
    StagedRepository.useIn(folder);
    library("unreleased", "", "", "");
    library("release-missing", "0.9", "", "");
    library("same", "1.0", "", "");
    library(
        "added",
        "1.0",
        "sealed interface Answer {",
        """
        default java.util.Optional<Feature> feature() {
          return java.util.Optional.empty();
        }
        interface Feature {
          void use();
        }
        sealed interface Answer {
          record No() implements Answer {}
        """);
    library("abstract", "1.0", "Answer ask(", "Answer again(); Answer ask(");
    library("removed", "1.0", "Answer ask(String text);", "");
    library("parameter", "1.0", "String text", "Object text");
    library("component", "1.0", "long at", "long at, long by");
    library("checked", "1.0", "(String text)", "(String text) throws java.io.IOException");
    Files.writeString(
        folder.resolve("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>io.latchkey</groupId>
          <artifactId>libraries</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <modules>%s</modules>
        </project>
        """
            .formatted(
                NAMES.stream()
                    .map(name -> "<module>" + name + "</module>")
                    .collect(Collectors.joining())));
    run = CommandRun.maven(folder, "verify", "--fail-at-end");
  }

  @Test
  void tck_isSetUpAsSpi() throws Exception {
    assertThat(build("tck")).isEqualTo(build("spi"));
  }

  @Test
  void withoutRelease_theBuildSaysThatItComparesNothing() {
    assertThat(run.output())
        .contains("there is no release yet to compare the API of unreleased with");
    assertThat(failures("unreleased")).isEmpty();
  }

  @Test
  void releaseThatCannotBeFound_isRefused() {
    assertThat(failures("release-missing"))
        .singleElement()
        .asString()
        .contains("io.latchkey:release-missing:jar:0.9");
  }

  @Test
  void sameApi_isCompatible() {
    assertCompatible("same");
  }

  @Test
  void newDefaultMethodsTypesAndCases_areCompatible() {
    assertCompatible("added");
  }

  @Test
  void newAbstractMethod_isRefused() {
    assertRefused("abstract", "METHOD_ADDED_TO_INTERFACE");
  }

  @Test
  void removedMethod_isRefused() {
    assertRefused("removed", "METHOD_REMOVED");
  }

  @Test
  void otherParameterType_isRefused() {
    assertRefused("parameter", "METHOD_REMOVED");
  }

  @Test
  void newRecordComponent_isRefused() {
    assertRefused("component", "CONSTRUCTOR_REMOVED");
  }

  @Test
  void newCheckedException_isRefused() {
    assertRefused("checked", "METHOD_NOW_THROWS_CHECKED_EXCEPTION");
  }

  private static void assertCompatible(String name) {
    assertThat(run.output()).contains("The API of " + name + " is compared with release 1.0");
    assertThat(failures(name)).isEmpty();
  }

  private static void assertRefused(String name, String reason) {
    assertThat(failures(name))
        .singleElement()
        .asString()
        .contains("There is at least one incompatibility")
        .contains(reason);
  }

  /** What Maven says of each goal that failed for a library. */
  private static List<String> failures(String name) {
    return run.output()
        .lines()
        .filter(line -> line.startsWith("[ERROR] Failed to execute goal"))
        .filter(line -> line.contains(" on project " + name + ": "))
        .toList();
  }

  /** A library that was released as 1.0, and has changed since. */
  private static void library(String name, String baseline, String part, String replacement)
      throws Exception {
    assertThat(RELEASED).contains(part);
    NAMES.add(name);
    Path project = folder.resolve(name);
    jar(compile(RELEASED, project.resolve("released")), StagedRepository.file(name, "1.0", "jar"));
    compile(RELEASED.replace(part, replacement), project.resolve("target/classes"));
    Files.writeString(
        project.resolve("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>io.latchkey</groupId>
            <artifactId>latchkey-parent</artifactId>
            <version>%s</version>
            <relativePath/>
          </parent>
          <artifactId>%s</artifactId>
          <properties>
            <latchkey.api.baseline>%s</latchkey.api.baseline>
          </properties>
          %s
        </project>
        """
            .formatted(StagedRepository.version(), name, baseline, build("spi")));
  }

  /** By hand: how the house compiles is not the point here. */
  private static Path compile(String source, Path classes) throws Exception {
    Path file = Files.writeString(folder.resolve("Sample.java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Files.createDirectories(classes);
    assertThat(compiler.run(null, null, null, "-d", classes.toString(), file.toString())).isZero();
    return classes;
  }

  private static void jar(Path classes, Path jar) throws Exception {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        entries.write(Files.readAllBytes(file));
      }
    }
  }

  /** The plugins that compare, as a module names them. */
  private static String build(String module) throws Exception {
    List<String> plugins =
        PLUGIN
            .matcher(Files.readString(Pom.ROOT.resolve(module).resolve("pom.xml")))
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(plugins).hasSize(3);
    return "<build><plugins>" + String.join("", plugins) + "</plugins></build>";
  }
}
