package io.latchkey.tck;

import static io.latchkey.tck.DirectorySamples.machine;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.ManagedDirectory.InvalidImportException;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a {@link ManagedDirectory} remembers of the users that imports have removed. */
public abstract class RemovedUsersContract extends ManagedDirectoryTopic {

  private static final DirectoryFixture NOTHING =
      new DirectoryFixture(List.of(), List.of(), List.of());

  private static final User A = removed("tck-a", "tck-org-2", "a-login");
  private static final User B = removed("tck-b", "tck-org-1", "b-login");
  private static final User C = removed("tck-c", "tck-org-1", "c-login");

  /** For the {@link UserDirectoryContract}. */
  RemovedUsersContract() {}

  @Rule("UD-83")
  @Test
  public final void removedUsers_afterAnImportThatNamesLess_areListedInOrder()
      throws InvalidImportException {
    withManaged(
        managed -> {
          imported(managed, IMPORTED);
          assertThat(managed.removedUsers()).as("removedUsers() before").isEmpty();

          imported(managed, NOTHING);

          assertRemoved(managed, B, C, A);
        });
  }

  @Rule("UD-84")
  @Test
  public final void removedUsers_afterARestart_areListedStill() throws InvalidImportException {
    withManaged(
        managed -> {
          imported(managed, IMPORTED);
          imported(managed, NOTHING);
          List<User> before = managed.removedUsers();
          close(directory);

          assertThat(anotherDirectory().managed().orElseThrow().removedUsers())
              .as("removedUsers() of the next directory")
              .hasSameSizeAs(IMPORTED.users())
              .isEqualTo(before);
        });
  }

  @Rule("UD-85")
  @Test
  public final void removedUsers_thatAnImportNamesAgain_areNotListed()
      throws InvalidImportException {
    withManaged(
        managed -> {
          imported(managed, IMPORTED);
          imported(managed, NOTHING);

          imported(managed, IMPORTED.without("tck-a"));

          assertThat(managed.removedUsers())
              .as("removedUsers()")
              .extracting(User::userId)
              .containsExactly("tck-a");
        });
  }

  @Rule("UD-86")
  @Test
  public final void forget_ofARemovedUser_takesItOffTheList() throws InvalidImportException {
    withManaged(
        managed -> {
          imported(managed, IMPORTED);
          imported(managed, NOTHING);

          managed.forget(C);

          assertThat(managed.removedUsers())
              .as("removedUsers()")
              .extracting(User::userId)
              .containsExactlyInAnyOrder("tck-a", "tck-b");
        });
  }

  @Rule("UD-87")
  @Test
  public final void forget_ofAUserThatIsNotListed_changesNothing() throws InvalidImportException {
    withManaged(
        managed -> {
          imported(managed, IMPORTED);
          imported(managed, IMPORTED.without("tck-c"));
          List<User> before = managed.removedUsers();

          managed.forget(removed("tck-c", "tck-org-2", "c-login"));
          managed.forget(machine("tck-b", "tck-org-1", "b-login"));
          managed.forget(ROOT);

          assertThat(managed.removedUsers()).as("removedUsers()").hasSize(1).isEqualTo(before);
          assertHas(IMPORTED.users().get(1));
        });
  }

  private static void assertRemoved(ManagedDirectory managed, User... users) {
    assertThat(managed.removedUsers()).as("removedUsers()").containsExactly(users);
  }

  private static User removed(String userId, String organizationId, String loginName) {
    return new User(userId, organizationId, UserKind.MACHINE, UserState.DELETED, loginName);
  }
}
