package io.latchkey.tck;

import static io.latchkey.tck.CallAssertions.answerOnceBack;
import static io.latchkey.tck.CallAssertions.assertCouldNotTell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.rule.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link UserDirectory} does while its backend is away, and afterwards. */
public abstract class UserDirectoryOutageContract extends UserDirectoryTopic {

  /** For the {@link UserDirectoryContract}. */
  UserDirectoryOutageContract() {}

  /** The directory has worked, and what the tests ask for is not what it was asked for before. */
  @BeforeEach
  public final void useTheDirectory() {
    directory.findUser("tck-human");
  }

  @Rule("UD-26")
  @Test
  public final void open_whileTheBackendIsAway_succeeds() {
    backend().interrupt();

    assertThatCode(this::anotherDirectory)
        .as("what making a directory throws while the backend is away")
        .doesNotThrowAnyException();
  }

  @Rule("UD-27")
  @Test
  public final void findUser_ofDirectoryThatWasOpenedWhileTheBackendWasAway_worksOnceItIsBack() {
    backend().interrupt();
    UserDirectory early = anotherDirectory();
    assertThat(early.check().problem()).as("problem that check() tells").isPresent();

    backend().restore();

    assertThat(answerOnceBack("findUser", () -> early.findUser(MACHINE)).map(User::userId))
        .as("the user that findUser finds")
        .contains(MACHINE);
  }

  @Rule("UD-28")
  @Test
  public final void check_whileTheBackendIsAway_tellsTheProblem() {
    backend().interrupt();

    CallAssertions.assertTellsProblem(directory);
  }

  @Rule("UD-29")
  @Test
  public final void findUser_whileTheBackendIsAway_couldNotTell() {
    backend().interrupt();

    assertCouldNotTell("findUser", () -> directory.findUser(MACHINE));
    assertCouldNotTell("findUser", () -> directory.findUser("tck-unknown"));
  }

  @Rule("UD-30")
  @Test
  public final void organizationExists_whileTheBackendIsAway_couldNotTell() {
    backend().interrupt();

    assertCouldNotTell("organizationExists", () -> directory.organizationExists("tck-org-1"));
    assertCouldNotTell("organizationExists", () -> directory.organizationExists("tck-unknown"));
  }

  @Rule("UD-31")
  @Test
  public final void search_whileTheBackendIsAway_couldNotTell() {
    backend().interrupt();

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
    backend().interrupt();

    CallAssertions.assertEndInTime(
        backend().timeLimit(),
        () -> directory.findUser(MACHINE),
        () -> directory.organizationExists("tck-org-1"),
        () -> directory.check());
  }

  @Rule("UD-33")
  @Test
  public final void everyCall_onceTheBackendIsBack_worksAgain() {
    backend().interrupt();
    assertThat(directory.check().problem()).as("problem that check() tells").isPresent();

    backend().restore();

    assertThat(answerOnceBack("findUser", () -> directory.findUser(MACHINE)).map(User::userId))
        .as("the user that findUser finds")
        .contains(MACHINE);
    assertThat(
            answerOnceBack("organizationExists", () -> directory.organizationExists("tck-org-1")))
        .as("organizationExists(\"tck-org-1\")")
        .isTrue();
    ProviderAssertions.assertWell(directory);
  }

  @Rule("UD-34")
  @Test
  public final void close_whileTheBackendIsAway_succeeds() {
    backend().interrupt();

    assertThatCode(() -> close(directory))
        .as("what close() throws while the backend is away")
        .doesNotThrowAnyException();
  }
}
