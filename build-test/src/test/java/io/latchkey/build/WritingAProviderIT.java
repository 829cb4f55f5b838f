package io.latchkey.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/writing-a-provider.md}, followed to the letter in an empty folder. Only its first
 * command, which builds this project, is left to the build that runs this.
 */
class WritingAProviderIT {

  private static final String ADDRESS = "http://127.0.0.1:8080";

  @TempDir private static Path folder;

  private static List<String> commands;
  private static List<String> outputs;
  private static CommandRun generated;
  private static CommandRun unwritten;
  private static CommandRun written;
  private static CommandRun listed;
  private static CommandRun created;

  @BeforeAll
  static void follow() throws Exception {
    StagedRepository.publish("", "bom", "spi", "tck", "provider-archetype");
    StagedRepository.useIn(folder);
    Files.createSymbolicLink(folder.resolve("latchkey"), Pom.ROOT);
    Page page = Page.of("docs/writing-a-provider.md");
    commands = page.blocks("sh");
    outputs = page.blocks("text");
    generated = CommandRun.shell(folder, commands.get(1));
    unwritten = CommandRun.shell(folder, commands.get(2));
    for (Map.Entry<String, String> file : page.files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    written = CommandRun.shell(folder, commands.get(3));
    CommandRun.shell(folder, commands.get(4));
    listed = CommandRun.shell(folder, commands.get(5));
    try (ServerRun server = ServerRun.start(folder, commands.get(6))) {
      String create = commands.get(7);
      assertThat(create).contains(ADDRESS);
      created = CommandRun.shell(folder, create.replace(ADDRESS, server.awaitReady()));
    }
  }

  @Test
  void firstCommand_installsAllThatTheOthersNeed() {
    assertThat(commands.get(0))
        .isEqualTo("latchkey/mvnw -q -f latchkey/pom.xml install -DskipTests\n");
  }

  @Test
  void archetype_generatesAProject() {
    assertThat(generated.status()).as(generated.output()).isZero();
  }

  @Test
  void generatedProject_compiles_andItsTestsFailUntilItIsWritten() {
    assertThat(unwritten.status()).isEqualTo(1);
    assertThat(unwritten.output())
        .doesNotContain("COMPILATION ERROR")
        .contains(outputs.get(0).lines().toList());
  }

  @Test
  void storeOfThePage_passesTheKit() {
    assertThat(written.status()).as(written.output()).isZero();
    assertThat(written.output())
        .containsPattern("Tests run: [0-9]{3,}, Failures: 0, Errors: 0, Skipped: 0")
        .contains(outputs.get(1).strip());
  }

  @Test
  void jar_saysWhichSpiItWasBuiltFor_andHoldsNothingButItsOwn() throws Exception {
    Path file = folder.resolve("provider-lines/target/provider-lines-1.0.jar");
    try (JarFile jar = new JarFile(file.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Latchkey-SPI-Version")).isEqualTo(StagedRepository.version());
      assertThat(manifest.getValue("Implementation-Version")).isEqualTo("1.0");
      assertThat(jar.stream().map(Object::toString).filter(name -> !name.endsWith("/")))
          .contains("META-INF/services/io.latchkey.spi.token.TokenStoreFactory")
          .allMatch(name -> name.startsWith("META-INF/") || name.startsWith("com/example/lines/"));
    }
  }

  @Test
  void server_findsTheStore() {
    assertThat(listed.status()).as(listed.output()).isZero();
    assertThat(words(listed.output())).contains(words(outputs.get(2).strip()));
  }

  @Test
  void server_keepsItsTokensThere() {
    assertThat(created.status()).as(created.output()).isZero();
    assertThat(created.output())
        .containsPattern(
            "\"token\":\"lkpat_[0-9A-Za-z]{49}\".*\\R?created [0-9]+ acme ci SHA-256  [0-9a-f]{64} ");
  }

  @Test
  void everyCommand_isFollowed() {
    assertThat(commands).hasSize(8);
    assertThat(outputs).hasSize(3);
  }

  /** How wide a column is depends on what else is in it. */
  private static String words(String table) {
    return table.replaceAll(" +", " ");
  }
}
