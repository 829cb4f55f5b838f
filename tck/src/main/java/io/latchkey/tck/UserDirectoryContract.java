package io.latchkey.tck;

import static io.latchkey.tck.ProviderAssertions.assertRefusesAfterClose;
import static io.latchkey.tck.ProviderAssertions.assertRefusesNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.internal.Together;
import io.latchkey.tck.rule.RuleReport;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The rules {@code UD-n} of {@code docs/rules.md}, one test for each: what every {@link
 * UserDirectory} must do. Extend it in the tests of a directory, and say what the directory shows.
 *
 * <p>The tests cannot be overridden, and none is ever skipped: a backend that is not there is a
 * failure.
 */
@ExtendWith(RuleReport.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class UserDirectoryContract {

  /** What the directory under test holds; there are no memberships. */
  public static final DirectoryFixture FIXTURE =
      new DirectoryFixture(
          List.of(
              new Organization("tck-org-1", "First organization"),
              new Organization("tck-org-2", "Second organization"),
              new Organization("tck-org-empty", "Organization without users")),
          List.of(
              user("tck-human", "tck-org-1", UserKind.HUMAN, UserState.ACTIVE, "Anna@tck"),
              user("tck-machine", "tck-org-1", UserKind.MACHINE, UserState.ACTIVE, "annex_bot"),
              user("tck-inactive", "tck-org-1", UserKind.MACHINE, UserState.INACTIVE, "idle"),
              user("tck-locked", "tck-org-1", UserKind.MACHINE, UserState.LOCKED, "locked"),
              user("tck-human-off", "tck-org-1", UserKind.HUMAN, UserState.INACTIVE, "berta"),
              user("tck-human-shut", "tck-org-1", UserKind.HUMAN, UserState.LOCKED, "carl"),
              user("tck-other", "tck-org-2", UserKind.MACHINE, UserState.ACTIVE, "another")),
          List.of());

  /** What a careless provider joins into a query, cuts, folds or stumbles over. */
  private static final List<String> STRANGE_IDS =
      List.of(
          "",
          " ",
          "tck-unknown",
          "TCK-MACHINE",
          "Tck-Org-1",
          "tck-machine ",
          " tck-machine",
          "tck-org-1 ",
          "tck-machine\u0000",
          "tck-machine\n",
          "\u0000",
          "*",
          "tck-*",
          "tck_machine",
          "tck-%",
          "' OR '1'='1",
          "tck-machine' --",
          "tck-machine)(objectClass=*",
          "\\2a",
          "\\",
          "\"",
          "cn=tck-machine,dc=example",
          "t\u0441k-machine",
          "\ud83d\ude00",
          "\ud83d",
          "x".repeat(10_000));

  private OpenBackend<UserDirectory, UserDirectoryBackend> opened;
  private UserDirectory directory;

  /** For implementers. */
  protected UserDirectoryContract() {}

  /**
   * Makes a backend, which the kit then {@linkplain UserDirectoryBackend#fill fills}. Called before
   * each test; the kit closes the backend.
   *
   * @return a backend without entries of the kit
   */
  protected abstract UserDirectoryBackend createBackend();

  /** Fills the backend and opens the directory. */
  @BeforeEach
  public final void openDirectory() {
    opened = new OpenBackend<>(createBackend());
    opened.backend().fill(FIXTURE);
    directory = opened.open();
  }

  /** Closes the directory. */
  @AfterEach
  public final void closeDirectory() {
    opened.close();
  }

  @TestFactory
  public final Stream<DynamicTest> findUser_findsTheWholeUser() {
    return FIXTURE.users().stream()
        .map(
            user ->
                dynamicTest(
                    user.userId(),
                    () -> assertThat(directory.findUser(user.userId())).contains(user)));
  }

  @TestFactory
  public final Stream<DynamicTest> findUser_ofIdThatNobodyHas_isAbsent() {
    return ofStrangeIds(id -> assertThat(directory.findUser(id)).isEmpty());
  }

  @Test
  public final void findUser_ofIdOfAnOrganization_isAbsent() {
    assertThat(directory.findUser("tck-org-1")).isEmpty();
  }

  @Test
  public final void findUser_byLoginName_isAbsent() {
    assertThat(directory.findUser("annex_bot")).isEmpty();
  }

  @TestFactory
  public final Stream<DynamicTest> organizationExists_ofThoseThatExist_isTrue() {
    return FIXTURE.organizations().stream()
        .map(Organization::organizationId)
        .map(id -> dynamicTest(id, () -> assertThat(directory.organizationExists(id)).isTrue()));
  }

  @TestFactory
  public final Stream<DynamicTest> organizationExists_ofAnyOtherId_isFalse() {
    return ofStrangeIds(id -> assertThat(directory.organizationExists(id)).isFalse());
  }

  @Test
  public final void organizationExists_ofIdOfAUser_isFalse() {
    assertThat(directory.organizationExists("tck-machine")).isFalse();
  }

  @Test
  public final void organizationExists_ofItsName_isFalse() {
    assertThat(directory.organizationExists("First organization")).isFalse();
  }

  @Test
  public final void findUser_byManyThreads_findsTheUser() {
    assertThat(
            Together.call(8, () -> directory.findUser("tck-machine").map(User::userId).orElse("-")))
        .containsOnly("tck-machine");
  }

  @Test
  public final void check_isOk() {
    ProviderAssertions.assertWell(directory);
  }

  @Test
  public final void close_twice_isAsOnce() {
    ProviderAssertions.assertClosesTwice(directory);
  }

  @Test
  public final void check_afterClose_isRefused() {
    assertRefusesAfterClose(directory, "check", () -> directory.check());
  }

  @Test
  public final void findUser_afterClose_isRefused() {
    assertRefusesAfterClose(directory, "findUser", () -> directory.findUser("tck-machine"));
  }

  @Test
  public final void organizationExists_afterClose_isRefused() {
    assertRefusesAfterClose(
        directory, "organizationExists", () -> directory.organizationExists("tck-org-1"));
  }

  @Test
  @SuppressWarnings("NullAway") // a caller that is not checked by NullAway can do this
  public final void null_isRefusedByName() {
    assertRefusesNull("userId", () -> directory.findUser(null));
    assertRefusesNull("organizationId", () -> directory.organizationExists(null));
  }

  /** The search, of directories that have one. */
  @Nested
  public final class Search extends UserSearchContract {

    /** Made by JUnit. */
    public Search() {}

    @Override
    UserDirectory directory() {
      return directory;
    }
  }

  private interface Assertion {
    void on(String id);
  }

  private static Stream<DynamicTest> ofStrangeIds(Assertion assertion) {
    return STRANGE_IDS.stream()
        .map(
            id -> {
              String shown = id.length() > 50 ? id.length() + " characters" : "\"" + id + "\"";
              return dynamicTest(shown, () -> assertion.on(id));
            });
  }

  private static User user(
      String userId, String organizationId, UserKind kind, UserState state, String loginName) {
    return new User(userId, organizationId, kind, state, loginName);
  }
}
