package io.latchkey.tck;

import static io.latchkey.tck.DirectorySamples.machine;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.rule.ContractParameter;
import io.latchkey.tck.rule.RuleReport;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The rules {@code UD-n} of {@code docs/rules.md}, one test for each: what every {@link
 * UserDirectory} must do. Extend it in the tests of a directory, and say what the directory shows.
 *
 * <p>The tests cannot be overridden, and none is ever skipped: a backend that is not there is a
 * failure.
 */
@ExtendWith({RuleReport.class, ContractParameter.class})
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class UserDirectoryContract {

  /** What the directory under test holds in most tests; there are no memberships. */
  public static final DirectoryFixture FIXTURE =
      new DirectoryFixture(
          Stream.concat(
                  Stream.of(
                      new Organization("tck-org-1", "First organization"),
                      new Organization("tck-org-2", "Second organization"),
                      new Organization("tck-org-order", "Organization in order"),
                      new Organization("tck-org-empty", "Organization without users")),
                  DirectorySamples.unusualOrganizations().stream())
              .toList(),
          Stream.concat(
                  Stream.of(
                      user("tck-human", UserKind.HUMAN, UserState.ACTIVE, "Anna@tck"),
                      user("tck-machine", UserKind.MACHINE, UserState.ACTIVE, "annex_bot"),
                      user("tck-inactive", UserKind.MACHINE, UserState.INACTIVE, "idle"),
                      user("tck-locked", UserKind.MACHINE, UserState.LOCKED, "locked"),
                      user("tck-human-off", UserKind.HUMAN, UserState.INACTIVE, "berta"),
                      user("tck-human-shut", UserKind.HUMAN, UserState.LOCKED, "carl"),
                      machine("tck-other", "tck-org-2", "another"),
                      machine("tck-order-B", "tck-org-order", "order-1"),
                      machine("tck-order-a", "tck-org-order", "order-2"),
                      machine("tck-order-\u00e9", "tck-org-order", "order-3"),
                      machine("tck-order-\ufd3e", "tck-org-order", "order-4"),
                      machine("tck-order-\ud83d\ude00", "tck-org-order", "order-5")),
                  DirectorySamples.unusualUsers().stream())
              .toList(),
          List.of());

  /** For implementers. */
  protected UserDirectoryContract() {}

  /**
   * Makes a backend, which the kit then {@linkplain UserDirectoryBackend#fill fills}. Called before
   * each test; the kit closes the backend.
   *
   * @return a backend without entries of the kit; of a directory that offers {@link
   *     UserDirectoryBackend.Feature#MANAGED}, one without any entry
   */
  protected abstract UserDirectoryBackend createBackend();

  private static User user(String userId, UserKind kind, UserState state, String loginName) {
    return new User(userId, "tck-org-1", kind, state, loginName);
  }

  /** What findUser finds. */
  @Nested
  public final class Users extends UserLookupContract {

    /** Made by JUnit. */
    public Users() {}
  }

  /** Which organizations exist. */
  @Nested
  public final class Organizations extends OrganizationContract {

    /** Made by JUnit. */
    public Organizations() {}
  }

  /** When a change is seen. */
  @Nested
  public final class Changes extends UserDirectoryChangesContract {

    /** Made by JUnit. */
    public Changes() {}
  }

  /** What happens while the backend is away. */
  @Nested
  public final class Outage extends UserDirectoryOutageContract {

    /** Made by JUnit. */
    public Outage() {}
  }

  /** Check, close, many threads, and mistaken callers. */
  @Nested
  public final class Lifecycle extends UserDirectoryLifecycleContract {

    /** Made by JUnit. */
    public Lifecycle() {}
  }

  /** What the search finds, of directories that have one. */
  @Nested
  public final class Search extends UserSearchContract {

    /** Made by JUnit. */
    public Search() {}
  }

  /** How the answers of the search are ordered, cut and followed. */
  @Nested
  public final class SearchPages extends UserSearchPagesContract {

    /** Made by JUnit. */
    public SearchPages() {}
  }

  /** How a directory with entries of its own gets its first user. */
  @Nested
  public final class FirstUser extends FirstUserContract {

    /** Made by JUnit. */
    public FirstUser() {}
  }

  /** How such a directory takes a file. */
  @Nested
  public final class Import extends DirectoryImportContract {

    /** Made by JUnit. */
    public Import() {}
  }

  /** What such a directory remembers of users that are gone. */
  @Nested
  public final class RemovedUsers extends RemovedUsersContract {

    /** Made by JUnit. */
    public RemovedUsers() {}
  }
}
