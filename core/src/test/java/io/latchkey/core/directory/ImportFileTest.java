package io.latchkey.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.config.StartupException;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.tck.SettableClock;
import io.latchkey.tck.memory.InMemoryTokenStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFileTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final TokenOwner CI = new TokenOwner("acme", "ci");
  private static final Duration SOON = Duration.ofMillis(20);

  @TempDir private Path folder;

  private final FakeManagedDirectory directory = new FakeManagedDirectory();
  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private ImportFile importFile;

  @AfterEach
  void close() {
    if (importFile != null) {
      importFile.close();
    }
  }

  @Test
  void start_importsTheFile() throws Exception {
    start(write("ci", "cd"));
    assertThat(nextImport()).containsExactly("ci", "cd");
  }

  @Test
  void start_withAWrongFile_isItsSentence() throws Exception {
    Path file = write("wrong");
    assertThatThrownBy(() -> start(file))
        .isInstanceOf(StartupException.class)
        .hasMessage("users.json:1:1: it is wrong");
  }

  @Test
  void start_withoutAFile_isASentence() {
    Path missing = folder.resolve("missing.json");
    assertThatThrownBy(() -> start(missing))
        .isInstanceOf(StartupException.class)
        .hasMessage("the import file " + missing + " cannot be read");
  }

  @Test
  void file_thatChanges_isImportedAgain() throws Exception {
    start(write("ci"));
    assertThat(nextImport()).containsExactly("ci");
    write("ci", "cd");
    assertThat(nextImport()).containsExactly("ci", "cd");
  }

  @Test
  void file_thatBecomesWrong_isReportedOnceAndTakenWhenItIsRightAgain() throws Exception {
    start(write("ci"));
    assertThat(nextImport()).containsExactly("ci");
    write("wrong");
    assertThat(nextImport()).containsExactly("refused");
    // Were the wrong version tried at every look, another refusal would come within these ten.
    assertThat(directory.imports.poll(10 * SOON.toMillis(), TimeUnit.MILLISECONDS)).isNull();
    write("ci", "cd");
    assertThat(nextImport()).containsExactly("ci", "cd");
  }

  @Test
  void user_thatIsNotInTheFileAnyMore_losesItsTokens() throws Exception {
    start(write("ci", "cd"));
    nextImport();
    createTokenOf(CI);
    write("cd");
    assertThat(nextImport()).containsExactly("cd");
    awaitNoTokenOf(CI);
  }

  @Test
  void user_whoseTokensCouldNotBeRemoved_isNotNamedAgainBeforeTheyAre() throws Exception {
    start(write("ci", "cd"));
    nextImport();
    createTokenOf(CI);
    store.fail(Effect.NONE);
    write("cd");
    assertThat(nextImport()).containsExactly("cd");
    write("ci", "cd");
    assertThat(directory.imports.poll(10 * SOON.toMillis(), TimeUnit.MILLISECONDS)).isNull();
    store.recover();
    assertThat(nextImport()).containsExactly("ci", "cd");
    assertThat(store.get(CI, 1)).isEmpty();
  }

  @Test
  void file_thatWasFoundWrongWhileItWasWritten_isTakenWhenItIsComplete() throws Exception {
    start(write("ci"));
    assertThat(nextImport()).containsExactly("ci");
    // The file is completed after it was read and before the import has failed.
    directory.whileRefusing = () -> write("ci", "cd");
    write("wrong");
    assertThat(nextImport()).containsExactly("refused");
    assertThat(nextImport()).containsExactly("ci", "cd");
  }

  @Test
  void user_whoseTokensCouldNotBeRemoved_losesThemLater() throws Exception {
    start(write("ci", "cd"));
    nextImport();
    createTokenOf(CI);
    store.fail(Effect.NONE);
    write("cd");
    assertThat(nextImport()).containsExactly("cd");
    store.recover();
    awaitNoTokenOf(CI);
  }

  private void start(Path file) {
    importFile = new ImportFile(file, directory, store, () -> {}, new SettableClock(NOW));
    importFile.start(SOON);
  }

  /** A new file each time, as editors write it: what the watcher sees must change. */
  private Path write(String... lines) {
    try {
      Path part = Files.write(folder.resolve("part"), List.of(lines));
      return Files.move(
          part,
          folder.resolve("users.json"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> nextImport() throws Exception {
    return directory.imports.poll(10, TimeUnit.SECONDS);
  }

  private void createTokenOf(TokenOwner owner) {
    store.create(
        new NewToken(
            1,
            owner,
            TokenDigester.plain().digest(new TokenFormat("lkpat_").generate()),
            NOW,
            NOW.plusSeconds(60),
            List.of(),
            Optional.empty()));
  }

  private void awaitNoTokenOf(TokenOwner owner) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (store.get(owner, 1).isPresent()) {
      assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
