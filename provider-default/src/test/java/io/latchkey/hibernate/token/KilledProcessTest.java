package io.latchkey.hibernate.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.hibernate.H2Context;
import io.latchkey.spi.token.TokenStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kills a process with SIGKILL while it creates tokens, and looks for what it has acknowledged. */
class KilledProcessTest {

  private static final int ACKNOWLEDGED = 300;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 3"})
  void create_acknowledgedBeforeKill_isThereAfterwards(String sync, int rounds) throws Exception {
    Map<Long, Long> acknowledged = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      acknowledged.putAll(createUntilKilled(sync, round));
      assertHeld(acknowledged);
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(rounds * ACKNOWLEDGED);
  }

  @Test
  void childProcess_withoutKill_holdsTheFile() throws Exception {
    Process child = start("false", 0);
    try (BufferedReader lines = child.inputReader(US_ASCII);
        H2Context context = new H2Context(directory);
        TokenStore store = context.tokens()) {
      lines.readLine();

      assertThat(store.check().problem())
          .contains(
              "the database "
                  + directory.resolve("latchkey.mv.db")
                  + " is in use by another process");
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertHeld(Map.of());
  }

  private Map<Long, Long> createUntilKilled(String sync, int round) throws Exception {
    Map<Long, Long> sequences = new LinkedHashMap<>();
    Process child = start(sync, round);
    try (BufferedReader lines = child.inputReader(US_ASCII)) {
      for (String line = lines.readLine(); line != null; line = readAfterKill(lines)) {
        String[] words = line.split(" ", -1);
        // The last line may be cut off in its middle: it is no acknowledgement.
        if (words.length == 3 && words[2].equals(".")) {
          sequences.put(Long.valueOf(words[0]), Long.valueOf(words[1]));
        }
        if (sequences.size() == ACKNOWLEDGED) {
          child.destroyForcibly();
        }
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    return sequences;
  }

  /** What the pipe still holds was acknowledged too. */
  private static String readAfterKill(BufferedReader lines) {
    try {
      return lines.readLine();
    } catch (IOException endOfKilledProcess) {
      return null;
    }
  }

  private Process start(String sync, int round) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            CreatingProcess.class.getName(),
            directory.toString(),
            sync,
            String.valueOf(round))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** By JDBC alone: it is the file that is looked at, not the provider. */
  private void assertHeld(Map<Long, Long> acknowledged) throws SQLException {
    Map<Long, Long> held = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT token_id, event_sequence FROM latchkey_token")) {
      while (rows.next()) {
        held.put(rows.getLong(1), rows.getLong(2));
      }
      assertThat(held).containsAllEntriesOf(acknowledged);
      assertEachCounted(statement);
    }
  }

  /** What was not acknowledged is there as a whole, or not at all. */
  private static void assertEachCounted(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT c.user_id, c.last_sequence, MAX(t.event_sequence),"
                + " COUNT(DISTINCT t.event_sequence), COUNT(*)"
                + " FROM latchkey_event_counter c JOIN latchkey_token t ON t.user_id = c.user_id"
                + " GROUP BY c.user_id, c.last_sequence")) {
      while (rows.next()) {
        long last = rows.getLong(2);
        assertThat(List.of(rows.getLong(3), rows.getLong(4), rows.getLong(5)))
            .as("largest sequence, number of sequences and of tokens of " + rows.getString(1))
            .containsOnly(last);
      }
    }
  }

  private String url() {
    return "jdbc:h2:file:" + directory.resolve("latchkey");
  }
}
