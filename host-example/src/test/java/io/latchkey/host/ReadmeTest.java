package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.config.Settings;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.core.provider.Providers;
import io.latchkey.spi.directory.ManagedDirectory.ImportReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what there is. Its shell commands are run by {@code .ci/run}. */
class ReadmeTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void javaBlock_isTheApplicationOfDropInTest() throws Exception {
    String source =
        Files.readString(
            ROOT.resolve(
                "host-example/src/test/java/io/latchkey/host/dropin/TenLineApplication.java"));
    String tagged =
        source.substring(
            source.indexOf("// tag::ten-lines[]\n") + "// tag::ten-lines[]\n".length(),
            source.indexOf("  // end::ten-lines[]"));
    assertThat(blocks("java")).containsExactly(tagged);
  }

  @Test
  void importFile_isTakenByTheDefaultProvider() throws Exception {
    Path file = Files.writeString(folder.resolve("users.json"), blocks("json").get(2));
    ProviderLookup lookup = ProviderLookup.in(getClass().getClassLoader());
    Settings settings = HostKeys.settings(lookup);
    try (Providers providers = lookup.open(settings, folder, Clock.systemUTC())) {
      ImportReport report = providers.directory().managed().orElseThrow().importFrom(file);
      assertThat(report).isEqualTo(new ImportReport(1, 1, 1, 0));
    }
  }

  @Test
  void everyKeyOfTheServer_isOneThatTheHelpLists() throws Exception {
    String help = Help.text(HostKeys.known(ProviderLookup.in(getClass().getClassLoader())));
    List<String> keys =
        Pattern.compile("`((?:http|tls|data|directory|token|default|ldap|provider)\\.[a-zA-Z.-]+)`")
            .matcher(readme())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toList());
    assertThat(keys).hasSizeGreaterThan(10);
    assertThat(keys).allSatisfy(key -> assertThat(help).contains("  " + key + "\n"));
  }

  private static List<String> blocks(String language) throws Exception {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(readme())
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toList());
  }

  private static String readme() throws Exception {
    return Files.readString(ROOT.resolve("README.md"));
  }
}
