package io.latchkey.ldap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.DirectoryFixture.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FixtureEntriesTest {

  private static final User BOT =
      new User("Bot +\u00e9, x", "org a", UserKind.MACHINE, UserState.ACTIVE, "bot@x");
  private static final User ANNA =
      new User("anna", "org a", UserKind.HUMAN, UserState.INACTIVE, "Anna");
  private static final DirectoryFixture FIXTURE =
      new DirectoryFixture(
          List.of(new Organization("org a", "A"), new Organization("Org+B", "B")),
          List.of(BOT, ANNA),
          List.of(
              new Membership(BOT.userId(), Optional.of("org a"), Set.of("ORG_OWNER")),
              new Membership("anna", Optional.of("org a"), Set.of("ORG_OWNER", "X")),
              new Membership("anna", Optional.empty(), Set.of("IAM_OWNER"))));

  private final InMemoryServer server = InMemoryServer.open();
  private final FixtureEntries entries = new FixtureEntries(server.server(), server.baseDn());
  private final DirectoryContext context =
      DirectoryContext.of(server, FixtureEntries.keys(server.baseDn()));
  private final UserDirectory users = context.users();
  private final PermissionChecker permissions = context.permissions();

  @AfterEach
  void close() {
    users.close();
    permissions.close();
    context.close();
    server.close();
  }

  private PermissionDecision decide(String userId, String organizationId) {
    return permissions.check(
        new PermissionRequest(
            new Caller(userId, "org a"), "user.write", organizationId, Optional.empty()));
  }

  @Test
  void fill_ofFixture_isWhatTheProvidersSee() {
    entries.fill(FIXTURE);

    assertThat(users.findUser(BOT.userId())).contains(BOT);
    assertThat(users.findUser("anna")).contains(ANNA);
    assertThat(users.organizationExists("Org+B")).isTrue();
    assertThat(decide(BOT.userId(), "org a")).isEqualTo(PermissionDecision.PERMIT);
    assertThat(decide(BOT.userId(), "Org+B")).isEqualTo(PermissionDecision.NO_MEMBERSHIP);
    assertThat(decide("anna", "Org+B")).isEqualTo(PermissionDecision.PERMIT);
  }

  @Test
  void fill_anew_leavesNothingOfTheFormer() throws LDAPException {
    entries.fill(FIXTURE);
    entries.fill(new DirectoryFixture(List.of(), List.of(), List.of()));

    assertThat(
            server
                .server()
                .search(server.baseDn(), SearchScope.SUB, "(objectClass=*)", "1.1")
                .getSearchEntries())
        .extracting(SearchResultEntry::getDN)
        .containsExactlyInAnyOrder(
            "dc=example,dc=com",
            "ou=organizations,dc=example,dc=com",
            "ou=people,dc=example,dc=com",
            "ou=groups,dc=example,dc=com");
  }

  @Test
  void fill_again_keepsEntriesOfUsersThatStay() throws LDAPException {
    entries.fill(FIXTURE);
    String before = uuid();

    for (UserState state : List.of(UserState.LOCKED, UserState.INACTIVE, UserState.ACTIVE)) {
      User changed = new User("anna", "org a", UserKind.HUMAN, state, "ANNA " + state);
      entries.fill(FIXTURE.without(BOT.userId()).with(changed).withMemberships(List.of()));

      assertThat(users.findUser("anna")).contains(changed);
      assertThat(decide("anna", "org a")).isEqualTo(PermissionDecision.NO_MEMBERSHIP);
      assertThat(users.findUser(BOT.userId())).isEmpty();
    }
    assertThat(uuid()).isEqualTo(before);
  }

  private String uuid() throws LDAPException {
    return server
        .server()
        .searchForEntry(server.baseDn(), SearchScope.SUB, "(uid=anna)", "entryUUID")
        .getAttributeValue("entryUUID");
  }

  @Test
  void fill_ofOtherSpellings_isExact() {
    entries.fill(FIXTURE);
    User spelled = new User("ANNA", "ORG A", UserKind.MACHINE, UserState.ACTIVE, "anna");
    entries.fill(
        new DirectoryFixture(
            List.of(new Organization("ORG A", "A")),
            List.of(spelled),
            List.of(new Membership("ANNA", Optional.of("ORG A"), Set.of("ORG_OWNER")))));

    assertThat(users.findUser("ANNA")).contains(spelled);
    assertThat(users.findUser("anna")).isEmpty();
    assertThat(users.organizationExists("org a")).isFalse();
    assertThat(decide("ANNA", "ORG A")).isEqualTo(PermissionDecision.PERMIT);
    assertThat(decide("ANNA", "org a")).isEqualTo(PermissionDecision.NO_MEMBERSHIP);
  }

  @Test
  void fill_ofIdsThatTheServerTakesForOne_isAllOfThem() {
    List<Organization> organizations = new ArrayList<>();
    List<User> spelled = new ArrayList<>();
    List<Membership> memberships = new ArrayList<>();
    for (String id : List.of("org a", "ORG A", "org  a", "org \uff41")) {
      organizations.add(new Organization(id, "A"));
      spelled.add(new User("bot of " + id, id, UserKind.MACHINE, UserState.ACTIVE, "bot@" + id));
      memberships.add(new Membership("bot of " + id, Optional.of(id), Set.of("ORG_OWNER")));
    }
    entries.fill(new DirectoryFixture(organizations, spelled, memberships));

    for (User user : spelled) {
      assertThat(users.findUser(user.userId())).contains(user);
      assertThat(users.organizationExists(user.organizationId())).isTrue();
      for (Organization organization : organizations) {
        String id = organization.organizationId();
        assertThat(decide(user.userId(), id))
            .as("decision on %s in %s", user, id)
            .isEqualTo(
                id.equals(user.organizationId())
                    ? PermissionDecision.PERMIT
                    : PermissionDecision.NO_MEMBERSHIP);
      }
    }
  }

  @Test
  void fill_ofUserThatChangesKindOrOrganization_isThatUser() {
    entries.fill(FIXTURE);
    User machine = new User("anna", "org a", UserKind.MACHINE, UserState.ACTIVE, "Anna");
    entries.fill(FIXTURE.with(machine));
    assertThat(users.findUser("anna")).contains(machine);

    User moved = new User("anna", "Org+B", UserKind.MACHINE, UserState.ACTIVE, "Anna");
    entries.fill(FIXTURE.with(moved));
    assertThat(users.findUser("anna")).contains(moved);
    assertThat(decide("anna", "org a")).isEqualTo(PermissionDecision.PERMIT);
  }
}
