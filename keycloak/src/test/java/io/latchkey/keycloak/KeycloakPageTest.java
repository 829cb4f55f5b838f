package io.latchkey.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.ConfigKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of settings in docs/keycloak.md is the settings. */
class KeycloakPageTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z-]+)` \\| (none|`[^`]+`) \\| (.+) \\|$", Pattern.MULTILINE);

  @Test
  void tableOfSettings_hasEveryKeyWithItsDefaultAndWhatItIs() throws Exception {
    assertThat(ROW.matcher(page()).results())
        .extracting(row -> List.of(row.group(1), row.group(2), row.group(3)))
        .containsExactlyElementsOf(
            KeycloakSettings.KEYS.stream().map(KeycloakPageTest::row).toList());
  }

  @Test
  void page_namesTheScopeOfTheKeys() throws Exception {
    assertThat(page()).contains("`" + KeycloakSettings.SCOPE + "`");
  }

  private static List<String> row(ConfigKey<?> key) {
    return List.of(
        key.name(),
        key.defaultText().map(text -> "`" + text + "`").orElse("none"),
        key.description());
  }

  private static String page() throws Exception {
    return Files.readString(Path.of("..", "docs", "keycloak.md"));
  }
}
