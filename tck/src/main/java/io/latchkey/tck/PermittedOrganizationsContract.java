package io.latchkey.tck;

import static io.latchkey.tck.CallAssertions.assertRefusesClosed;
import static io.latchkey.tck.DirectorySamples.ORGANIZATION;
import static io.latchkey.tck.DirectorySamples.OTHER_ORGANIZATION;
import static io.latchkey.tck.DirectorySamples.THIRD_ORGANIZATION;
import static io.latchkey.tck.DirectorySamples.each;
import static io.latchkey.tck.PermissionCheckerContract.in;
import static io.latchkey.tck.ProviderAssertions.assertRefusesNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermittedOrganizations;
import io.latchkey.tck.PermissionCheckerBackend.Feature;
import io.latchkey.tck.internal.Soon;
import io.latchkey.tck.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * In which organizations {@link PermittedOrganizations} finds a permission. A checker without the
 * feature has nothing to find; that it then offers none is checked here.
 */
public abstract class PermittedOrganizationsContract extends PermissionCheckerTopic {

  private static final String ELSEWHERE = "tck-elsewhere";
  private static final String SEVERAL = "tck-several";
  private static final int MANY = 200;

  /** For the {@link PermissionCheckerContract}. */
  PermittedOrganizationsContract() {}

  @Rule("PC-42")
  @Test
  public final void permittedOrganizations_areThereIfTheyAreNamed() {
    assertThat(checker.permittedOrganizations().isPresent())
        .as("permittedOrganizations() is present, of a checker that names %s", backend().features())
        .isEqualTo(backend().features().contains(Feature.PERMITTED_ORGANIZATIONS));
  }

  @Rule("PC-43")
  @Test
  public final void find_ofRolesInSeveralOrganizations_findsEachThatPermits() {
    assertFound(SEVERAL, READ, ORGANIZATION, OTHER_ORGANIZATION);
    assertFound(SEVERAL, WRITE, ORGANIZATION);
    assertFound(ELSEWHERE, WRITE, OTHER_ORGANIZATION);
    assertFound("tck-both", WRITE, ORGANIZATION);
  }

  @Rule("PC-44")
  @Test
  public final void find_ofRolesInTheWholeInstance_doesNotCountThem() {
    assertFound("tck-IAM_OWNER", WRITE);
    assertFound("tck-IAM_OWNER_VIEWER", READ);
    assertFound("tck-mixed", READ, ORGANIZATION);
  }

  @Rule("PC-45")
  @Test
  public final void find_ofPermissionThatNoRoleHolds_findsNone() {
    assertFound("tck-ORG_OWNER_VIEWER", WRITE);
    assertFound("tck-empty", READ);
    for (String unknown : List.of("", "USER.READ", "user.*", "tck.unknown", "x".repeat(10_000))) {
      assertFound(OWNER, unknown);
    }
  }

  @Rule("PC-46")
  @Test
  public final void find_ofUserWithoutRoles_findsNone() {
    assertFound("tck-nobody", READ);
  }

  @Rule("PC-47")
  @TestFactory
  public final Stream<DynamicTest> find_ofUserThatIsNotKnown_findsNone() {
    return each(DirectorySamples.STRANGE_IDS, id -> assertFound(id, READ));
  }

  @Rule("PC-48")
  @TestFactory
  public final Stream<DynamicTest> find_ofUserWhoseIdLooksAlike_findsNone() {
    return each(
        DirectorySamples.alike(OWNER, DirectorySamples.userId("")), id -> assertFound(id, READ));
  }

  @Rule("PC-49")
  @TestFactory
  public final Stream<DynamicTest> find_ofIdsBeyondAscii_findsThemAsTheyWereGranted() {
    return DirectorySamples.unusualUsers().stream()
        .map(
            user ->
                DynamicTest.dynamicTest(
                    user.userId(), () -> assertFound(user.userId(), READ, user.organizationId())));
  }

  @Rule("PC-50")
  @Test
  public final void find_ofRolesInManyOrganizations_findsThemAll() {
    List<Organization> many = DirectorySamples.manyOrganizations(MANY);
    List<String> ids = many.stream().map(Organization::organizationId).toList();
    backend()
        .fill(
            new DirectoryFixture(
                Stream.concat(FIXTURE.organizations().stream(), many.stream()).toList(),
                FIXTURE.users(),
                Stream.concat(
                        FIXTURE.memberships().stream(),
                        ids.stream().map(id -> in(id, "tck-nobody", "ORG_OWNER")))
                    .toList()));

    assertFound("tck-nobody", READ, ids.toArray(String[]::new));
  }

  @Rule("PC-51")
  @Test
  public final void find_afterARoleWasWithdrawn_doesNotCountIt() {
    assertFoundAfter(OWNER, Set.of(ORGANIZATION), with(OWNER), Set.of());
  }

  @Rule("PC-52")
  @Test
  public final void find_afterARoleWasGranted_countsIt() {
    assertFoundAfter(
        ELSEWHERE,
        Set.of(OTHER_ORGANIZATION),
        with(
            ELSEWHERE,
            in(OTHER_ORGANIZATION, ELSEWHERE, "ORG_OWNER"),
            in(THIRD_ORGANIZATION, ELSEWHERE, "ORG_OWNER")),
        Set.of(OTHER_ORGANIZATION, THIRD_ORGANIZATION));
  }

  private void assertFoundAfter(
      String userId, Set<String> before, DirectoryFixture change, Set<String> after) {
    if (checker.permittedOrganizations().isPresent()) { // or else PC-42 holds it to that
      assertSeen(node -> found(node, userId), "what is found for " + userId, before, change, after);
    }
  }

  @Rule("PC-53")
  @Test
  public final void find_answersASetThatNothingChanges() {
    if (checker.permittedOrganizations().isEmpty()) {
      return; // PC-42: there is nothing to be found
    }
    changeByForce(found(checker, ELSEWHERE));
    Set<String> later = found(checker, ELSEWHERE);
    assertThat(later)
        .as("what is found after a caller has tried to change an earlier answer")
        .containsExactly(OTHER_ORGANIZATION);

    backend().fill(with(ELSEWHERE));
    Soon.look(backend().staleness(), () -> found(checker, ELSEWHERE), Set::isEmpty);

    assertThat(later)
        .as("an answer from before the grants have changed")
        .containsExactly(OTHER_ORGANIZATION);
  }

  private static void changeByForce(Set<String> found) {
    CallAssertions.attempt(() -> found.add("tck-added"));
    CallAssertions.attempt(found::clear);
  }

  @Rule("PC-55")
  @Test
  public final void find_afterClose_isRefused() {
    Optional<PermittedOrganizations> permitted = checker.permittedOrganizations();

    close(checker);

    permitted.ifPresent(
        present -> assertRefusesClosed("find", () -> present.find(caller("tck-nobody"), READ)));
  }

  @Rule("PC-56")
  @Test
  @SuppressWarnings("NullAway") // a caller that is not checked by NullAway can do this
  public final void find_ofNull_isRefusedByName() {
    checker
        .permittedOrganizations()
        .ifPresent(
            permitted -> {
              assertRefusesNull("caller", () -> permitted.find(null, READ));
              assertRefusesNull("permission", () -> permitted.find(caller(OWNER), null));
            });
  }

  private void assertFound(String userId, String permission, String... organizationIds) {
    checker
        .permittedOrganizations()
        .ifPresent(
            permitted ->
                assertThat(permitted.find(caller(userId), permission))
                    .as(
                        "organizations that are found for %s and %s",
                        DirectorySamples.shown(userId), DirectorySamples.shown(permission))
                    .isEqualTo(Set.of(organizationIds)));
  }

  private static Set<String> found(PermissionChecker node, String userId) {
    return node.permittedOrganizations().orElseThrow().find(caller(userId), READ);
  }
}
