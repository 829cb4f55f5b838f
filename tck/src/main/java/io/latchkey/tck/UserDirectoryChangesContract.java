package io.latchkey.tck;

import static io.latchkey.tck.DirectorySamples.machine;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.rule.Rule;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Which changes of the backend a {@link UserDirectory} shows on every node, by the next call or as
 * soon as {@link UserDirectoryBackend#staleness()} says.
 */
public abstract class UserDirectoryChangesContract extends UserDirectoryTopic {

  private static final User USER = machine(MACHINE, "tck-org-1", "annex_bot");

  /** For the {@link UserDirectoryContract}. */
  UserDirectoryChangesContract() {}

  @Rule("UD-19")
  @TestFactory
  public final Stream<DynamicTest> findUser_afterAChangeOfState_showsTheNewOne() {
    return Stream.of(
        DynamicTest.dynamicTest("off", () -> assertState(UserState.ACTIVE, UserState.INACTIVE)),
        DynamicTest.dynamicTest("on", () -> assertState(UserState.INACTIVE, UserState.ACTIVE)),
        DynamicTest.dynamicTest("lock", () -> assertState(UserState.ACTIVE, UserState.LOCKED)));
  }

  private void assertState(UserState before, UserState after) {
    assertSeen(
        node -> node.findUser(MACHINE).map(User::state),
        "the state of the user",
        Optional.of(before),
        FIXTURE.with(in(after)),
        Optional.of(after));
  }

  private static User in(UserState state) {
    return new User(MACHINE, "tck-org-1", UserKind.MACHINE, state, "annex_bot");
  }

  @Rule("UD-20")
  @Test
  public final void findUser_afterTheUserWasMoved_showsTheNewOrganization() {
    assertSeen(
        node -> node.findUser(MACHINE).map(User::organizationId),
        "the organization of the user",
        Optional.of("tck-org-1"),
        FIXTURE.with(machine(MACHINE, "tck-org-2", "annex_bot")),
        Optional.of("tck-org-2"));
  }

  @Rule("UD-21")
  @Test
  public final void findUser_afterTheUserWasRenamed_showsTheNewName() {
    assertSeen(
        node -> node.findUser(MACHINE).map(User::loginName),
        "the login name of the user",
        Optional.of("annex_bot"),
        FIXTURE.with(machine(MACHINE, "tck-org-1", "renamed")),
        Optional.of("renamed"));
  }

  @Rule("UD-22")
  @Test
  public final void findUser_afterTheUserWasRemoved_isAbsentOrDeleted() {
    Function<UserDirectory, Boolean> isThere =
        node ->
            node.findUser(MACHINE).filter(user -> user.state() != UserState.DELETED).isPresent();

    assertSeen(isThere, "whether the user is there", true, FIXTURE.without(MACHINE), false);
  }

  @Rule("UD-23")
  @Test
  public final void findUser_ofAUserThatWasAdded_findsIt() {
    backend().fill(FIXTURE.without(MACHINE));

    assertSeen(
        node -> node.findUser(MACHINE).filter(user -> user.state() != UserState.DELETED),
        "the user",
        Optional.empty(),
        FIXTURE,
        Optional.of(USER));
  }

  @Rule("UD-24")
  @Test
  public final void organizationExists_afterItWasAdded_isTrue() {
    assertSeen(
        node -> node.organizationExists("tck-org-new"),
        "whether the organization exists",
        false,
        withOrganizations(
            Stream.concat(
                FIXTURE.organizations().stream(),
                Stream.of(new Organization("tck-org-new", "New organization")))),
        true);
  }

  @Rule("UD-25")
  @Test
  public final void organizationExists_afterItWasRemoved_isFalse() {
    assertSeen(
        node -> node.organizationExists("tck-org-empty"),
        "whether the organization exists",
        true,
        withOrganizations(
            FIXTURE.organizations().stream()
                .filter(other -> !other.organizationId().equals("tck-org-empty"))),
        false);
  }

  private static DirectoryFixture withOrganizations(Stream<Organization> organizations) {
    return new DirectoryFixture(organizations.toList(), FIXTURE.users(), FIXTURE.memberships());
  }
}
