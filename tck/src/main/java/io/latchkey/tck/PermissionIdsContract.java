package io.latchkey.tck;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static io.latchkey.tck.DirectorySamples.ORGANIZATION;
import static io.latchkey.tck.DirectorySamples.alike;
import static io.latchkey.tck.DirectorySamples.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.User;
import io.latchkey.tck.DirectoryFixture.Membership;
import io.latchkey.tck.rule.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A grant is for the one user and the one organization that have its ids. */
public abstract class PermissionIdsContract extends PermissionCheckerTopic {

  private static final int MANY = 200;

  /** For the {@link PermissionCheckerContract}. */
  PermissionIdsContract() {}

  @Rule("PC-14")
  @TestFactory
  public final Stream<DynamicTest> check_ofIdsBeyondAscii_permitsWhatIsGranted() {
    return DirectorySamples.unusualUsers().stream()
        .map(
            user ->
                DynamicTest.dynamicTest(
                    user.userId(),
                    () -> assertDecision(PERMIT, user.userId(), WRITE, user.organizationId())));
  }

  @Rule("PC-15")
  @TestFactory
  public final Stream<DynamicTest> check_ofUserThatIsNotKnown_isNoMembership() {
    return each(DirectorySamples.STRANGE_IDS, id -> assertNobody(id, ORGANIZATION));
  }

  @Rule("PC-16")
  @TestFactory
  public final Stream<DynamicTest> check_ofUserWhoseIdLooksAlike_isNoMembership() {
    return each(alike(OWNER, DirectorySamples.userId("")), id -> assertNobody(id, ORGANIZATION));
  }

  @Rule("PC-17")
  @TestFactory
  public final Stream<DynamicTest> check_inOrganizationThatIsNotKnown_isNoMembership() {
    return each(DirectorySamples.STRANGE_IDS, id -> assertNobody(OWNER, id));
  }

  @Rule("PC-18")
  @TestFactory
  public final Stream<DynamicTest> check_inOrganizationWhoseIdLooksAlike_isNoMembership() {
    return each(alike(ORGANIZATION, DirectorySamples.organizationId("")), this::assertNobodyIn);
  }

  @Rule("PC-19")
  @Test
  public final void check_amongManyGrants_decidesByItsOwn() {
    List<User> many = DirectorySamples.manyUsers(ORGANIZATION, MANY);
    backend()
        .fill(
            new DirectoryFixture(
                FIXTURE.organizations(),
                Stream.concat(FIXTURE.users().stream(), many.stream()).toList(),
                Stream.concat(FIXTURE.memberships().stream(), grantsOf(many)).toList()));

    assertThat(many.stream().map(User::userId).filter(id -> !mayWrite(id)))
        .as("those of %s users with a role that may not write", MANY)
        .isEmpty();
  }

  private boolean mayWrite(String userId) {
    return checker.check(request(userId, WRITE, ORGANIZATION)) == PERMIT;
  }

  private static Stream<Membership> grantsOf(List<User> users) {
    return users.stream()
        .map(user -> PermissionCheckerContract.in(ORGANIZATION, user.userId(), "ORG_OWNER"));
  }

  private void assertNobody(String userId, String organizationId) {
    assertDecision(NO_MEMBERSHIP, userId, READ, organizationId);
  }

  /** Neither the owner of the first organization nor those of unusual ones have a role there. */
  private void assertNobodyIn(String organizationId) {
    assertNobody(OWNER, organizationId);
    for (User user : DirectorySamples.unusualUsers()) {
      assertNobody(user.userId(), organizationId);
    }
  }
}
