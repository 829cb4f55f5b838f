package io.latchkey.tck;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMISSION_MISSING;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static io.latchkey.tck.ProviderAssertions.assertRefusesAfterClose;
import static io.latchkey.tck.ProviderAssertions.assertRefusesNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.tck.DirectoryFixture.Membership;
import io.latchkey.tck.internal.Together;
import io.latchkey.tck.rule.RuleReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
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
@ExtendWith(RuleReport.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class PermissionCheckerContract {

  private static final String ORGANIZATION = "tck-org-1";
  private static final String OTHER = "tck-org-2";
  private static final String READ = "user.read";
  private static final String WRITE = "user.write";

  /** The roles that hold {@code user.write} and {@code user.read}. */
  private static final List<String> WRITERS =
      List.of("IAM_OWNER", "IAM_ORG_MANAGER", "IAM_USER_MANAGER", "ORG_OWNER", "ORG_USER_MANAGER");

  /** The roles that hold {@code user.read} alone. */
  private static final List<String> READERS = List.of("IAM_OWNER_VIEWER", "ORG_OWNER_VIEWER");

  /**
   * Who there is, and who holds which roles: for each role a user that is named like it, with the
   * role in the whole instance if it starts with {@code IAM_}, else in the first organization.
   */
  public static final DirectoryFixture FIXTURE =
      new DirectoryFixture(
          List.of(
              new Organization(ORGANIZATION, "First organization"),
              new Organization(OTHER, "Second organization")),
          Stream.concat(
                  Stream.concat(WRITERS.stream(), READERS.stream()).map(role -> "tck-" + role),
                  Stream.of("tck-nobody", "tck-both", "tck-elsewhere"))
              .map(PermissionCheckerContract::user)
              .toList(),
          Stream.concat(
                  Stream.concat(WRITERS.stream(), READERS.stream()).map(role -> grant(role)),
                  Stream.of(
                      in(ORGANIZATION, "tck-both", "ORG_OWNER_VIEWER", "ORG_USER_MANAGER"),
                      in(OTHER, "tck-elsewhere", "ORG_OWNER")))
              .toList());

  private OpenBackend<PermissionChecker, PermissionCheckerBackend> opened;
  private PermissionChecker checker;

  /** For implementers. */
  protected PermissionCheckerContract() {}

  /**
   * Makes a backend, which the kit then {@linkplain PermissionCheckerBackend#fill fills}. Called
   * before each test; the kit closes the backend.
   *
   * @return a backend without entries of the kit
   */
  protected abstract PermissionCheckerBackend createBackend();

  /** Fills the backend and opens the checker. */
  @BeforeEach
  public final void openChecker() {
    opened = new OpenBackend<>(createBackend());
    opened.backend().fill(FIXTURE);
    checker = opened.open();
  }

  /** Closes the checker. */
  @AfterEach
  public final void closeChecker() {
    opened.close();
  }

  @TestFactory
  public final Stream<DynamicTest> check_ofRoleThatHoldsWrite_permitsBoth() {
    return WRITERS.stream()
        .map(
            role ->
                dynamicTest(
                    role,
                    () -> {
                      assertDecision(PERMIT, "tck-" + role, WRITE, ORGANIZATION);
                      assertDecision(PERMIT, "tck-" + role, READ, ORGANIZATION);
                    }));
  }

  @TestFactory
  public final Stream<DynamicTest> check_ofRoleThatHoldsRead_permitsReadAlone() {
    return READERS.stream()
        .map(
            role ->
                dynamicTest(
                    role,
                    () -> {
                      assertDecision(PERMISSION_MISSING, "tck-" + role, WRITE, ORGANIZATION);
                      assertDecision(PERMIT, "tck-" + role, READ, ORGANIZATION);
                    }));
  }

  @TestFactory
  public final Stream<DynamicTest> check_ofRoleInTheWholeInstance_holdsInEveryOrganization() {
    return WRITERS.stream()
        .filter(role -> role.startsWith("IAM_"))
        .map(role -> dynamicTest(role, () -> assertDecision(PERMIT, "tck-" + role, WRITE, OTHER)));
  }

  @Test
  public final void check_ofViewerOfTheWholeInstance_permitsReadInEveryOrganization() {
    assertDecision(PERMIT, "tck-IAM_OWNER_VIEWER", READ, OTHER);
    assertDecision(PERMISSION_MISSING, "tck-IAM_OWNER_VIEWER", WRITE, OTHER);
  }

  @Test
  public final void check_ofRoleInAnotherOrganization_isNoMembership() {
    assertDecision(NO_MEMBERSHIP, "tck-ORG_OWNER", WRITE, OTHER);
    assertDecision(NO_MEMBERSHIP, "tck-ORG_OWNER", READ, OTHER);
  }

  @Test
  public final void check_ofRoleOutsideTheOwnOrganization_holdsThereAlone() {
    assertDecision(PERMIT, "tck-elsewhere", WRITE, OTHER);
    assertDecision(NO_MEMBERSHIP, "tck-elsewhere", WRITE, ORGANIZATION);
  }

  @Test
  public final void check_ofUserWithoutRoles_isNoMembership() {
    assertDecision(NO_MEMBERSHIP, "tck-nobody", READ, ORGANIZATION);
  }

  @Test
  public final void check_ofSeveralRoles_permitsWhatOneHolds() {
    assertDecision(PERMIT, "tck-both", WRITE, ORGANIZATION);
  }

  @Test
  public final void check_ofUnknownPermission_isPermissionMissing() {
    assertDecision(PERMISSION_MISSING, "tck-ORG_OWNER", "tck.unknown", ORGANIZATION);
    assertDecision(PERMISSION_MISSING, "tck-ORG_OWNER", "USER.WRITE", ORGANIZATION);
    assertDecision(PERMISSION_MISSING, "tck-ORG_OWNER", "user.*", ORGANIZATION);
  }

  @TestFactory
  public final Stream<DynamicTest> check_ofUserThatIsNotKnown_isNoMembership() {
    return Stream.of("", "*", "TCK-ORG_OWNER", "tck-org_owner", "tck-ORG_OWNER ", "x'\u0000)")
        .map(id -> dynamicTest("\"" + id + "\"", () -> assertNobody(id, ORGANIZATION)));
  }

  @TestFactory
  public final Stream<DynamicTest> check_inOrganizationThatIsNotKnown_isNoMembership() {
    return Stream.of("", "*", "TCK-ORG-1", "tck-org-1 ", "tck-org_1", "x'\u0000)")
        .map(id -> dynamicTest("\"" + id + "\"", () -> assertNobody("tck-ORG_OWNER", id)));
  }

  @Test
  public final void check_aboutOneUser_isAsAboutNone() {
    Caller caller = new Caller("tck-ORG_OWNER", ORGANIZATION);

    assertThat(
            checker.check(
                new PermissionRequest(caller, WRITE, ORGANIZATION, Optional.of("tck-nobody"))))
        .isEqualTo(PERMIT);
  }

  @Test
  public final void check_byManyThreads_permits() {
    assertThat(Together.call(8, () -> checker.check(request("tck-ORG_OWNER", WRITE, ORGANIZATION))))
        .containsOnly(PERMIT);
  }

  @Test
  public final void check_ofTheProvider_isOk() {
    ProviderAssertions.assertWell(checker);
  }

  @Test
  public final void close_twice_isAsOnce() {
    ProviderAssertions.assertClosesTwice(checker);
  }

  @Test
  public final void check_afterClose_isRefused() {
    assertRefusesAfterClose(
        checker, "check", () -> checker.check(request("tck-nobody", READ, ORGANIZATION)));
  }

  @Test
  public final void check_ofTheProviderAfterClose_isRefused() {
    assertRefusesAfterClose(checker, "check()", () -> checker.check());
  }

  @Test
  @SuppressWarnings("NullAway") // a caller that is not checked by NullAway can do this
  public final void null_isRefusedByName() {
    assertRefusesNull("request", () -> checker.check(null));
  }

  private void assertNobody(String userId, String organizationId) {
    assertDecision(NO_MEMBERSHIP, userId, READ, organizationId);
  }

  private void assertDecision(
      PermissionDecision expected, String userId, String permission, String organizationId) {
    assertThat(checker.check(request(userId, permission, organizationId)))
        .as("decision on %s for \"%s\" in \"%s\"", permission, userId, organizationId)
        .isEqualTo(expected);
  }

  private static PermissionRequest request(
      String userId, String permission, String organizationId) {
    return new PermissionRequest(
        new Caller(userId, ORGANIZATION), permission, organizationId, Optional.empty());
  }

  private static User user(String id) {
    return new User(id, ORGANIZATION, UserKind.MACHINE, UserState.ACTIVE, id);
  }

  private static Membership grant(String role) {
    return role.startsWith("IAM_")
        ? new Membership("tck-" + role, Optional.empty(), Set.of(role))
        : in(ORGANIZATION, "tck-" + role, role);
  }

  private static Membership in(String organizationId, String userId, String... roles) {
    return new Membership(userId, Optional.of(organizationId), Set.of(roles));
  }
}
