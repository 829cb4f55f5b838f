package io.latchkey.hibernate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.hibernate.H2Context;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.token.TokenStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFailureTest {

  @TempDir private Path directory;

  @Test
  void create_ofProvider_makesNoFile() {
    Path unused = directory.resolve("unused");
    try (H2Context context = new H2Context(unused);
        TokenStore store = context.tokens()) {
      assertThat(store.lastUse()).isPresent();
      assertThat(unused).doesNotExist();
    }
  }

  @Test
  void check_ofFileThatIsNoDatabase_saysSo_andWorksOnceItIsGone() throws Exception {
    Path file = Files.writeString(directory.resolve("latchkey.mv.db"), "not H2".repeat(2000));
    try (H2Context context = new H2Context(directory);
        UserDirectory users = context.users()) {
      assertThat(users.check().problem())
          .contains(
              "the database " + file + " is damaged, or not a database of this version of H2");
      assertThatThrownBy(() -> users.findUser("u"))
          .isInstanceOfSatisfying(
              ProviderUnavailableException.class,
              e -> assertThat(e.effect()).isEqualTo(Effect.NONE));

      Files.delete(file);

      assertThat(users.check().isOk()).isTrue();
    }
  }

  @Test
  void check_withWrongPassword_saysSoWithoutIt() throws Exception {
    Path file = directory.resolve("latchkey");
    DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "right").close();
    try (H2Context context = new H2Context(directory, "user", "sa", "password", "wrong-secret");
        TokenStore store = context.tokens()) {
      assertThat(store.check().problem())
          .contains("the database " + file + ".mv.db refuses the user or the password");
    }
  }

  @Test
  void check_withoutDriver_saysSoWithoutThePassword() {
    try (H2Context context =
            new H2Context(directory, "url", "jdbc:none://u:pw@host/db?password=pw");
        TokenStore store = context.tokens()) {
      assertThat(store.check().problem())
          .contains(
              "the database jdbc:none://host/db cannot be used: its driver is not on the class path");
    }
  }

  @Test
  void check_inDatabaseWithOtherTables_makesOursBesideThem() throws Exception {
    String url = "jdbc:h2:file:" + directory.resolve("latchkey");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE somebody_elses (id INT)");
    }
    try (H2Context context = new H2Context(directory);
        TokenStore store = context.tokens()) {
      assertThat(store.check().isOk()).isTrue();
      assertThat(store.removeExpired(Instant.EPOCH, 1)).isZero();
    }
  }

  @Test
  void check_withOneConnection_isOk() {
    try (H2Context context = new H2Context(directory, "pool-size", "1", "timeout", "PT20S");
        TokenStore store = context.tokens()) {
      assertThat(store.check()).isEqualTo(CheckResult.ok());
    }
  }

  @Test
  void create_withUrlThatIsNone_isRefusedWithoutShowingIt() {
    try (H2Context context = new H2Context(directory, "url", "h2:secret")) {
      assertThatIllegalArgumentException()
          .isThrownBy(context::tokens)
          .withMessage("the value of key url cannot be read");
    }
  }

  @Test
  void create_withTimeoutThatIsTooShort_isRefused() {
    try (H2Context context = new H2Context(directory, "timeout", "PT0.1S")) {
      assertThatIllegalArgumentException()
          .isThrownBy(context::tokens)
          .withMessage("the value \"PT0.1S\" of key timeout must be from PT0.25S to PT1H");
    }
  }

  @Test
  void withSettings_ofH2File_keepsWhatTheOperatorSet() {
    assertThat(new JdbcUrl("jdbc:h2:/x;write_delay=100").withSettings())
        .startsWith("jdbc:h2:retry:/x;write_delay=100;")
        .doesNotContain("WRITE_DELAY=0", "RETENTION_TIME");
    assertThat(new JdbcUrl("jdbc:h2:nio:/x").withSettings()).startsWith("jdbc:h2:nio:/x;");
    assertThat(new JdbcUrl("jdbc:h2:file:C:/x").withSettings()).startsWith("jdbc:h2:retry:C:/");
    assertThat(new JdbcUrl("jdbc:h2:mem:x").withSettings()).isEqualTo("jdbc:h2:mem:x");
  }

  @Test
  void toString_ofUrl_showsNoSecret() {
    assertThat(new JdbcUrl("jdbc:postgresql://host/db?user=me&password=pw"))
        .hasToString("jdbc:postgresql://host/db");
    assertThat(new JdbcUrl("jdbc:other://me:pw@host/db")).hasToString("jdbc:other://host/db");
    assertThat(new JdbcUrl("jdbc:h2:file:/data/x;USER=me;PASSWORD=pw"))
        .hasToString("/data/x.mv.db");
  }
}
