package io.latchkey.tck;

import static io.latchkey.tck.CallAssertions.assertRefusesClosed;
import static io.latchkey.tck.ProviderAssertions.assertRefusesNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.internal.Together;
import io.latchkey.tck.rule.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a {@link UserDirectory} is checked, shared and closed. */
public abstract class UserDirectoryLifecycleContract extends UserDirectoryTopic {

  private static final int THREADS = 8;

  /** For the {@link UserDirectoryContract}. */
  UserDirectoryLifecycleContract() {}

  @Rule("UD-35")
  @Test
  public final void check_isOk() {
    ProviderAssertions.assertWell(directory);
  }

  @Rule("UD-36")
  @Test
  public final void findUser_byManyThreads_findsForEachItsOwn() {
    List<Optional<User>> wanted = found();

    List<List<Optional<User>>> found = Together.call(THREADS, this::found);

    assertThat(found).as("what each of %s threads has found", THREADS).containsOnly(wanted);
  }

  private List<Optional<User>> found() {
    return FIXTURE.users().stream().map(user -> directory.findUser(user.userId())).toList();
  }

  @Rule("UD-37")
  @Test
  public final void close_twice_isAsOnce() {
    ProviderAssertions.assertClosesTwice(directory);
  }

  @Rule("UD-38")
  @Test
  public final void close_ofOneDirectory_leavesTheOthers() {
    UserDirectory other = anotherDirectory();
    assertThat(other.findUser(MACHINE).map(User::userId)).contains(MACHINE);

    close(directory);

    assertThat(other.findUser(MACHINE).map(User::userId))
        .as("what another directory finds")
        .contains(MACHINE);
    ProviderAssertions.assertWell(other);
  }

  @Rule("UD-39")
  @Test
  public final void open_afterClose_findsWhatWasThere() {
    close(directory);

    assertThat(anotherDirectory().findUser(MACHINE).map(User::userId))
        .as("what the next directory finds")
        .contains(MACHINE);
  }

  @Rule("UD-40")
  @Test
  public final void check_afterClose_isRefused() {
    close(directory);

    assertRefusesClosed("check", () -> directory.check());
  }

  @Rule("UD-41")
  @Test
  public final void findUser_afterClose_isRefused() {
    close(directory);

    assertRefusesClosed("findUser", () -> directory.findUser(MACHINE));
  }

  @Rule("UD-42")
  @Test
  public final void organizationExists_afterClose_isRefused() {
    close(directory);

    assertRefusesClosed("organizationExists", () -> directory.organizationExists("tck-org-1"));
  }

  @Rule("UD-43")
  @Test
  @SuppressWarnings("NullAway") // a caller that is not checked by NullAway can do this
  public final void null_isRefusedByName() {
    assertRefusesNull("userId", () -> directory.findUser(null));
    assertRefusesNull("organizationId", () -> directory.organizationExists(null));
  }
}
