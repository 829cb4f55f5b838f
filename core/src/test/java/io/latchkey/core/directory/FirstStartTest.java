package io.latchkey.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.config.StartupException;
import io.latchkey.core.service.TokenMint;
import io.latchkey.core.token.ClearToken;
import io.latchkey.core.token.TimeOrderedIds;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.tck.SettableClock;
import io.latchkey.tck.memory.InMemoryTokenStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private final TokenFormat format = new TokenFormat("lkpat_");
  private final TimeOrderedIds ids = new TimeOrderedIds(clock);
  private final FirstStart firstStart =
      new FirstStart(store, new TokenMint(store, format, TokenDigester.plain(), ids), ids, clock);
  private final FakeManagedDirectory directory = new FakeManagedDirectory();

  @Test
  void fill_ofAnEmptyDirectory_writesATokenOfItsFirstUser() throws Exception {
    Path data = folder.resolve("new/data");
    Path file = firstStart.fill(directory, data).orElseThrow();
    assertThat(file).isEqualTo(data.resolve("bootstrap.pat"));
    ClearToken token = format.parse(Files.readString(file).strip()).orElseThrow();
    assertThat(
            store.findByDigest(TokenDigester.plain().digest(token)).orElseThrow().owner().userId())
        .isEqualTo(directory.firstUser.userId());
    assertThat(directory.firstUser.kind()).isEqualTo(UserKind.MACHINE);
    assertThat(directory.firstRoles).containsExactly("IAM_OWNER");
  }

  @Test
  void fill_writesAFileThatItsOwnerAloneCanRead() throws Exception {
    Path file = firstStart.fill(directory, folder).orElseThrow();
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void fill_ofADirectoryThatIsNotEmpty_doesNothing() throws Exception {
    firstStart.fill(directory, folder);
    Files.delete(folder.resolve("bootstrap.pat"));
    assertThat(firstStart.fill(directory, folder)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fill_thatFailedAtItsLastStep_isDoneAgainWithAnotherUser() throws Exception {
    directory.failure = new IllegalStateException("died");
    assertThatThrownBy(() -> firstStart.fill(directory, folder)).hasMessage("died");
    String dead = Files.readString(folder.resolve("bootstrap.pat"));
    directory.failure = null;
    Path file = firstStart.fill(directory, folder).orElseThrow();
    assertThat(Files.readString(file)).isNotEqualTo(dead);
    ClearToken first = format.parse(dead.strip()).orElseThrow();
    assertThat(
            store.findByDigest(TokenDigester.plain().digest(first)).orElseThrow().owner().userId())
        .isNotEqualTo(directory.firstUser.userId());
  }

  @Test
  void fill_whereAnotherNodeIsFirst_leavesNoFileAndNoToken() throws Exception {
    directory.anotherNodeIsFirst = true;
    assertThat(firstStart.fill(directory, folder)).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThat(
            store
                .list(new TokenQuery(List.of(), TokenOrder.NEWEST_FIRST, Optional.empty(), 0, 1))
                .total())
        .isZero();
  }

  @Test
  void fill_ofAFolderThatCannotBeMade_isASentence() throws Exception {
    Path blocked = Files.createFile(folder.resolve("file")).resolve("data");
    assertThatThrownBy(() -> firstStart.fill(directory, blocked))
        .isInstanceOf(StartupException.class)
        .hasMessage("the file " + blocked.resolve("bootstrap.pat") + " cannot be written");
    assertThat(directory.firstUser).isNull();
  }
}
