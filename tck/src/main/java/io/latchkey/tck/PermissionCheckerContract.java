package io.latchkey.tck;

import static io.latchkey.tck.DirectorySamples.ORGANIZATION;
import static io.latchkey.tck.DirectorySamples.OTHER_ORGANIZATION;
import static io.latchkey.tck.DirectorySamples.THIRD_ORGANIZATION;
import static io.latchkey.tck.DirectorySamples.machine;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.DirectoryFixture.Membership;
import io.latchkey.tck.rule.ContractParameter;
import io.latchkey.tck.rule.RuleReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The rules {@code PC-n} of {@code docs/rules.md}, one test for each: what every {@link
 * PermissionChecker} must do. Extend it in the tests of a checker, and say what the checker decides
 * by.
 *
 * <p>The tests cannot be overridden, and none is ever skipped: a backend that is not there is a
 * failure.
 */
@ExtendWith({RuleReport.class, ContractParameter.class})
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class PermissionCheckerContract {

  /** The roles that hold {@code user.write} and {@code user.read}. */
  static final List<String> WRITERS =
      List.of("IAM_OWNER", "IAM_ORG_MANAGER", "IAM_USER_MANAGER", "ORG_OWNER", "ORG_USER_MANAGER");

  /** The roles that hold {@code user.read} alone. */
  static final List<String> READERS = List.of("IAM_OWNER_VIEWER", "ORG_OWNER_VIEWER");

  /**
   * Who there is, and who holds which roles: for each role a user that is named like it, with the
   * role in the whole instance if it starts with {@code IAM_}, else in the first organization. Each
   * user with an unusual id owns the organization that is named alike. {@code tck-several} has
   * roles in three organizations, of which one is its own.
   */
  public static final DirectoryFixture FIXTURE =
      new DirectoryFixture(
          Stream.concat(
                  Stream.of(
                      new Organization(ORGANIZATION, "First organization"),
                      new Organization(OTHER_ORGANIZATION, "Second organization"),
                      new Organization(THIRD_ORGANIZATION, "Third organization")),
                  DirectorySamples.unusualOrganizations().stream())
              .toList(),
          Stream.of(
                  Stream.concat(WRITERS.stream(), READERS.stream())
                      .map(role -> user("tck-" + role)),
                  Stream.of(
                          "tck-nobody",
                          "tck-both",
                          "tck-mixed",
                          "tck-elsewhere",
                          "tck-empty",
                          "tck-several")
                      .map(PermissionCheckerContract::user),
                  DirectorySamples.unusualUsers().stream())
              .flatMap(users -> users)
              .toList(),
          Stream.of(
                  Stream.concat(WRITERS.stream(), READERS.stream()).map(role -> grant(role)),
                  Stream.of(
                      in(ORGANIZATION, "tck-both", "ORG_OWNER_VIEWER", "ORG_USER_MANAGER"),
                      in(ORGANIZATION, "tck-mixed", "ORG_USER_MANAGER"),
                      new Membership("tck-mixed", Optional.empty(), Set.of("IAM_OWNER_VIEWER")),
                      in(OTHER_ORGANIZATION, "tck-elsewhere", "ORG_OWNER"),
                      in(ORGANIZATION, "tck-several", "ORG_USER_MANAGER"),
                      in(OTHER_ORGANIZATION, "tck-several", "ORG_OWNER_VIEWER"),
                      in(
                          THIRD_ORGANIZATION,
                          "tck-several",
                          PermissionCheckerBackend.ROLE_WITHOUT_PERMISSIONS),
                      in(
                          ORGANIZATION,
                          "tck-empty",
                          PermissionCheckerBackend.ROLE_WITHOUT_PERMISSIONS)),
                  DirectorySamples.unusualUsers().stream()
                      .map(user -> in(user.organizationId(), user.userId(), "ORG_OWNER")))
              .flatMap(memberships -> memberships)
              .toList());

  /** For implementers. */
  protected PermissionCheckerContract() {}

  /**
   * Makes a backend, which the kit then {@linkplain PermissionCheckerBackend#fill fills}. Called
   * before each test; the kit closes the backend.
   *
   * @return a backend without entries of the kit
   */
  protected abstract PermissionCheckerBackend createBackend();

  private static User user(String id) {
    return machine(id, ORGANIZATION, id);
  }

  private static Membership grant(String role) {
    return role.startsWith("IAM_")
        ? new Membership("tck-" + role, Optional.empty(), Set.of(role))
        : in(ORGANIZATION, "tck-" + role, role);
  }

  static Membership in(String organizationId, String userId, String... roles) {
    return new Membership(userId, Optional.of(organizationId), Set.of(roles));
  }

  /** What the roles permit, and where they hold. */
  @Nested
  public final class Grants extends PermissionGrantsContract {

    /** Made by JUnit. */
    public Grants() {}
  }

  /** Whom and what a grant is not for. */
  @Nested
  public final class Ids extends PermissionIdsContract {

    /** Made by JUnit. */
    public Ids() {}
  }

  /** In which organizations a caller holds a permission. */
  @Nested
  public final class Organizations extends PermittedOrganizationsContract {

    /** Made by JUnit. */
    public Organizations() {}
  }

  /** When a change is seen. */
  @Nested
  public final class Changes extends PermissionChangesContract {

    /** Made by JUnit. */
    public Changes() {}
  }

  /** What happens while the backend is away. */
  @Nested
  public final class Outage extends PermissionOutageContract {

    /** Made by JUnit. */
    public Outage() {}
  }

  /** Check, close, many threads, and mistaken callers. */
  @Nested
  public final class Lifecycle extends PermissionCheckerLifecycleContract {

    /** Made by JUnit. */
    public Lifecycle() {}
  }
}
