package io.latchkey.hibernate.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.hibernate.H2Context;
import io.latchkey.hibernate.token.Tokens;
import io.latchkey.spi.token.TokenStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a release of H2 can be trusted with a file. */
class H2CommitTest {

  private static final int COMMITS = 100;

  @TempDir private Path directory;

  /**
   * As after {@code kill -9}: H2 2.5.252 does not find its last commits again if they were written
   * into space that was used before. It would be after 45 s; the setting makes it so at once.
   */
  @Test
  void commit_isInTheFileOnceItIsAnswered() throws Exception {
    Path file = directory.resolve("latchkey");
    try (H2Context context =
            new H2Context(directory, "url", "jdbc:h2:file:" + file + ";RETENTION_TIME=0");
        TokenStore store = context.tokens()) {
      for (int i = 1; i <= COMMITS; i++) {
        store.create(Tokens.token(i));
        assertThat(tokensInACopy()).as("tokens in the file").isEqualTo(i);
      }
    }
  }

  private int tokensInACopy() throws Exception {
    Files.copy(
        directory.resolve("latchkey.mv.db"),
        directory.resolve("copy.mv.db"),
        StandardCopyOption.REPLACE_EXISTING);
    return count(directory.resolve("copy"));
  }

  private static int count(Path copy) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + copy);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM latchkey_token")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
