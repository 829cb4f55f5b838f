package io.latchkey.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.config.StartupException;
import io.latchkey.core.service.TokenMint;
import io.latchkey.core.token.ClearToken;
import io.latchkey.core.token.TimeOrderedIds;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.tck.SettableClock;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapUserTest {

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private final TokenFormat format = new TokenFormat("lkpat_");
  private final TokenMint mint =
      new TokenMint(store, format, TokenDigester.plain(), new TimeOrderedIds(clock));
  private final BootstrapUser bootstrap = new BootstrapUser(directory(), store, mint, clock);

  @Test
  void provide_forAUserWithoutToken_writesOneThatOnlyItsOwnerCanRead() throws Exception {
    Path file = bootstrap.provide("robot", folder.resolve("new/data")).orElseThrow();

    assertThat(file).isEqualTo(folder.resolve("new/data/bootstrap.pat"));
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    ClearToken token = format.parse(Files.readString(file).strip()).orElseThrow();
    assertThat(store.findByDigest(TokenDigester.plain().digest(token)).orElseThrow().owner())
        .isEqualTo(new TokenOwner("acme", "robot"));
  }

  @Test
  void provide_forAUserWithAToken_makesNoOther() {
    bootstrap.provide("robot", folder);
    clock.advance(Duration.ofDays(400));

    assertThat(bootstrap.provide("robot", folder.resolve("other"))).isEmpty();
    assertThat(tokens()).isEqualTo(1);
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void provide_forSomebodyWhoMayHaveNone_isASentence() {
    assertRefused("nobody", "the directory has no such user");
    assertRefused("anna", "that is a human, and tokens are for machine users");
    assertRefused("idle", "that user is not active");
    assertThat(tokens()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void provide_intoAFolderThatCannotBeMade_leavesNoToken() throws Exception {
    Path blocked = Files.createFile(folder.resolve("file")).resolve("data");

    assertThatThrownBy(() -> bootstrap.provide("robot", blocked))
        .isInstanceOf(StartupException.class)
        .hasMessage("the file " + blocked.resolve("bootstrap.pat") + " cannot be written");
    assertThat(tokens()).isZero();
  }

  private void assertRefused(String userId, String why) {
    assertThatThrownBy(() -> bootstrap.provide(userId, folder))
        .isInstanceOf(StartupException.class)
        .hasMessage("directory.bootstrap-user is \"" + userId + "\", but " + why);
  }

  private long tokens() {
    return store
        .list(new TokenQuery(List.of(), TokenOrder.NEWEST_FIRST, Optional.empty(), 0, 1))
        .total();
  }

  private static InMemoryUserDirectory directory() {
    InMemoryUserDirectory directory = new InMemoryUserDirectory();
    directory.put(user("robot", UserKind.MACHINE, UserState.ACTIVE));
    directory.put(user("idle", UserKind.MACHINE, UserState.INACTIVE));
    directory.put(user("anna", UserKind.HUMAN, UserState.ACTIVE));
    return directory;
  }

  private static User user(String id, UserKind kind, UserState state) {
    return new User(id, "acme", kind, state, id);
  }
}
