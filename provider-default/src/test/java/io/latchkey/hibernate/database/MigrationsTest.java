package io.latchkey.hibernate.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  private static final Path RESOURCES = Path.of("src/main/resources/io/latchkey/hibernate");

  @Test
  void everyScript_isThereForMariaDbToo() throws Exception {
    List<String> names = namesIn("migration");

    assertThat(names).contains("V1__tokens_and_directory.sql");
    assertThat(namesIn("mariadb")).isEqualTo(names);
  }

  private static List<String> namesIn(String folder) throws Exception {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
