package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.provider.ProviderLookup;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a document on a database says, done as it says. */
abstract class DatabaseDocumentContract {

  private final Path document;

  @TempDir private Path folder;

  /**
   * Reads a document.
   *
   * @param name its name among the documents
   */
  DatabaseDocumentContract(String name) {
    document = Path.of("../docs").resolve(name);
  }

  /** A connection to a server as its administrator, which is closed after use. */
  abstract Connection connectAsAdministrator() throws SQLException;

  /** Where a database of that server is. */
  abstract String url(String database);

  @Test
  final void statementsAndProperties_makeAHostThatAnswers() throws Exception {
    try (Connection connection = connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      for (String sql : block("sql").split(";\n", 0)) {
        statement.execute(sql);
      }
    }
    Map<String, String> settings = properties(block("properties"));
    // All but the host, and the TLS that the server of the tests has not.
    settings.put("default.url", url("latchkey"));
    try (EmbeddedHost host = EmbeddedHost.withImportedDirectory(folder, settings)) {
      assertThat(new Client(host.baseUri()).get("/readyz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  final void everyKey_isOneThatTheHelpLists() throws Exception {
    String help = Help.text(HostKeys.known(ProviderLookup.in(getClass().getClassLoader())));
    List<String> keys =
        Pattern.compile("`((?:http|data|directory|token|default|provider)\\.[a-zA-Z.-]+)`")
            .matcher(Files.readString(document))
            .results()
            .map(match -> match.group(1))
            .filter(key -> !key.endsWith(".pat"))
            .toList();
    assertThat(keys).contains("default.pool-size", "default.timeout", "default.password");
    assertThat(keys).allSatisfy(key -> assertThat(help).contains("  " + key + "\n"));
    assertThat(properties(block("properties")).keySet())
        .allSatisfy(key -> assertThat(help).contains("  " + key + "\n"));
  }

  @Test
  final void everyDefaultOfAKey_isTheOneThatTheHelpLists() throws Exception {
    String help = Help.text(HostKeys.known(ProviderLookup.in(getClass().getClassLoader())));
    assertThat(Files.readString(document))
        .contains("`default.pool-size` (16)", "`default.timeout` (10 s)");
    assertThat(help).containsPattern("default\\.pool-size\n.*\\[16]\n");
    assertThat(help).containsPattern("default\\.timeout\n.*\\[PT10S]\n");
  }

  private String block(String language) throws Exception {
    List<String> blocks =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(document))
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(blocks).hasSize(1);
    return blocks.get(0);
  }

  private static Map<String, String> properties(String text) throws Exception {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    Map<String, String> all = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
    return all;
  }
}
