package io.latchkey.tck;

import static io.latchkey.tck.CallAssertions.answerOnceBack;
import static io.latchkey.tck.CallAssertions.assertCouldNotTell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link UserDirectory} does while its backend is away, and afterwards. */
public abstract class UserDirectoryOutageContract extends UserDirectoryTopic {

  private boolean isAway;

  /** For the {@link UserDirectoryContract}. */
  UserDirectoryOutageContract() {}

  /** The directory has worked, and what the tests ask for is not what it was asked for before. */
  @BeforeEach
  public final void useTheDirectory() {
    directory.findUser("tck-human");
  }

  /** So that the directories can be closed as in any test. */
  @AfterEach
  public final void endTheOutage() {
    if (isAway) {
      restore();
    }
  }

  private void interrupt() {
    backend().interrupt();
    isAway = true;
  }

  private void restore() {
    isAway = false;
    backend().restore();
  }

  @Rule("UD-26")
  @Test
  public final void open_whileTheBackendIsAway_makesADirectoryThatWorksOnceItIsBack() {
    interrupt();
    List<UserDirectory> early = new ArrayList<>();
    assertThatCode(() -> early.add(anotherDirectory()))
        .as("what making a directory throws while the backend is away")
        .doesNotThrowAnyException();

    restore();

    assertFinds(early.get(0));
  }

  @Rule("UD-27")
  @Test
  public final void findUser_firstAskedWhileTheBackendIsAway_worksOnceItIsBack() {
    UserDirectory unused = anotherDirectory();
    interrupt();
    CallAssertions.attempt(() -> unused.findUser(MACHINE));

    restore();

    assertFinds(unused);
  }

  private static void assertFinds(UserDirectory directory) {
    assertThat(answerOnceBack("findUser", () -> directory.findUser(MACHINE)).map(User::userId))
        .as("id of the user that findUser finds once the backend is back")
        .contains(MACHINE);
  }

  @Rule("UD-28")
  @Test
  public final void check_whileTheBackendIsAway_tellsTheProblem() {
    interrupt();

    CallAssertions.assertTellsProblem(directory);
  }

  @Rule("UD-29")
  @Test
  public final void findUser_whileTheBackendIsAway_couldNotTell() {
    interrupt();

    assertCouldNotTell("findUser", () -> directory.findUser(MACHINE));
    assertCouldNotTell("findUser", () -> directory.findUser("tck-unknown"));
  }

  @Rule("UD-30")
  @Test
  public final void organizationExists_whileTheBackendIsAway_couldNotTell() {
    interrupt();

    assertCouldNotTell("organizationExists", () -> directory.organizationExists("tck-org-1"));
    assertCouldNotTell("organizationExists", () -> directory.organizationExists("tck-unknown"));
  }

  @Rule("UD-31")
  @Test
  public final void search_whileTheBackendIsAway_couldNotTell() {
    interrupt();

    directory
        .search()
        .ifPresent(
            search ->
                assertCouldNotTell(
                    "search", () -> search.search(UserSearchContract.IN_ORGANIZATION)));
  }

  @Rule("UD-32")
  @Test
  public final void everyCall_whileTheBackendIsAway_endsInTime() {
    interrupt();

    CallAssertions.assertEndInTime(
        backend().timeLimit(),
        () -> directory.findUser(MACHINE),
        () -> directory.organizationExists("tck-org-1"),
        () -> directory.check());
  }

  @Rule("UD-33")
  @Test
  public final void everyCall_onceTheBackendIsBack_worksAgain() {
    interrupt();
    CallAssertions.attempt(() -> directory.findUser(MACHINE));

    restore();

    assertFinds(directory);
    assertThat(
            answerOnceBack("organizationExists", () -> directory.organizationExists("tck-org-1")))
        .as("organizationExists(\"tck-org-1\")")
        .isTrue();
    ProviderAssertions.assertWell(directory);
  }

  @Rule("UD-34")
  @Test
  public final void close_whileTheBackendIsAway_succeeds() {
    interrupt();

    assertThatCode(() -> close(directory))
        .as("what close() throws while the backend is away")
        .doesNotThrowAnyException();
  }
}
