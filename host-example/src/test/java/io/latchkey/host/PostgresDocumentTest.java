package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.hibernate.postgres.PostgresServer;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/postgresql.md says, done as it says. */
class PostgresDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/postgresql.md");

  @TempDir private Path folder;

  @Test
  void statementsAndProperties_makeAHostThatAnswers() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      try (Connection connection = server.connect("postgres");
          Statement statement = connection.createStatement()) {
        for (String sql : block("sql").split(";\n", 0)) {
          statement.execute(sql);
        }
      }
      Map<String, String> settings = properties(block("properties"));
      // All but the host, and the TLS that the server of the tests has not.
      settings.put("default.url", server.url("latchkey"));
      try (EmbeddedHost host = EmbeddedHost.withImportedDirectory(folder, settings)) {
        assertThat(new Client(host.baseUri()).get("/readyz").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void everyKey_isOneThatTheHelpLists() throws Exception {
    String help = Help.text(HostKeys.known(ProviderLookup.in(getClass().getClassLoader())));
    List<String> keys =
        Pattern.compile("`((?:http|data|directory|token|default|provider)\\.[a-zA-Z.-]+)`")
            .matcher(Files.readString(DOCUMENT))
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
  void everyDefaultOfAKey_isTheOneThatTheHelpLists() throws Exception {
    String help = Help.text(HostKeys.known(ProviderLookup.in(getClass().getClassLoader())));
    assertThat(Files.readString(DOCUMENT))
        .contains("`default.pool-size` (8)", "`default.timeout` (10 s)");
    assertThat(help).containsPattern("default\\.pool-size\n.*\\[8]\n");
    assertThat(help).containsPattern("default\\.timeout\n.*\\[PT10S]\n");
  }

  private static String block(String language) throws Exception {
    List<String> blocks =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCUMENT))
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
