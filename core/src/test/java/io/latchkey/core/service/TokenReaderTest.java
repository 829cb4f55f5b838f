package io.latchkey.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.provider.Providers;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.ForwardingPermissionChecker;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermittedOrganizations;
import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReaderTest {

  private static final Caller ROBOT = new Caller("robot", "acme");
  private static final Caller ALIEN = new Caller("alien", "globex");
  private static final Optional<String> NONE = Optional.empty();

  private final World world = new World();
  private StoredToken robots;
  private StoredToken admins;
  private StoredToken aliens;

  @BeforeEach
  void issue() {
    robots = world.issued("robot").token();
    admins = world.issued("admin").token();
    world.permissions.grant("admin", "globex", Set.of("ORG_OWNER"));
    aliens =
        World.done(
                world.issuer.create(
                    new CreateCommand(
                        new Access.Management(world.admin, Optional.of("globex")),
                        "alien",
                        Optional.empty(),
                        NONE)))
            .token();
    world.permissions.revokeAll("admin");
    world.permissions.grant("admin", "acme", Set.of("ORG_OWNER_VIEWER"));
  }

  @Test
  void get_showsTheToken() {
    assertThat(get(world.admin, NONE, "robot", id(robots))).isEqualTo(new Outcome.Done<>(robots));
  }

  @Test
  void get_ofAnExpiredToken_showsIt() {
    world.clock.set(robots.expirationDate().plusSeconds(1));
    assertThat(get(world.admin, NONE, "robot", id(robots))).isEqualTo(new Outcome.Done<>(robots));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1", "x", "9223372036854775808"})
  void get_ofAnUnknownToken_isUnknown(String tokenId) {
    assertThat(get(world.admin, NONE, "robot", tokenId))
        .isEqualTo(new Outcome.Refused<>(Refusal.TOKEN_UNKNOWN));
  }

  @Test
  void get_ofAnotherUsersToken_isUnknown() {
    assertThat(get(world.admin, NONE, "robot", id(admins)))
        .isEqualTo(new Outcome.Refused<>(Refusal.TOKEN_UNKNOWN));
    assertThat(get(world.admin, NONE, "alien", id(aliens)))
        .isEqualTo(new Outcome.Refused<>(Refusal.TOKEN_UNKNOWN));
  }

  @Test
  void get_refusesInTheOrderOfTheContract() {
    assertThat(get(ROBOT, Optional.of("no-such"), "", ""))
        .isEqualTo(new Outcome.Refused<>(Refusal.ORGANIZATION_UNKNOWN));
    assertThat(get(ROBOT, NONE, "", ""))
        .isEqualTo(new Outcome.Refused<>(Refusal.CALLER_NOT_MEMBER));
    world.permissions.grant("robot", "acme", Set.of("SOME_ROLE"));
    assertThat(get(ROBOT, NONE, "robot", id(robots)))
        .isEqualTo(new Outcome.Refused<>(Refusal.PERMISSION_MISSING));
  }

  @Test
  void list_showsTheTokensOfTheUserInTheOrganizationActedIn() {
    assertThat(list(world.admin, "robot")).containsExactly(robots);
    assertThat(list(world.admin, "alien")).isEmpty();
    assertThat(list(world.admin, "nobody")).isEmpty();
    assertThat(list(world.admin, "")).isEmpty();
  }

  @Test
  void list_withoutPermission_isRefused() {
    assertThat(world.reader.list(new Access.Management(ROBOT, NONE), "robot", all()))
        .isEqualTo(new Outcome.Refused<>(Refusal.CALLER_NOT_MEMBER));
  }

  @Test
  void search_withoutRole_showsOnesOwn() {
    assertThat(search(ROBOT, NONE)).containsExactly(robots);
    assertThat(search(ROBOT, NONE, new UserIs("admin"))).isEmpty();
    assertThat(search(ROBOT, NONE, new OrganizationIs("globex"))).isEmpty();
  }

  @Test
  void search_afterAMove_doesNotShowWhatWasLeftBehind() {
    world.user("robot", "globex", UserKind.MACHINE, UserState.ACTIVE);
    Caller moved = new Caller("robot", "globex");
    assertThat(search(moved, NONE)).isEmpty();
    assertThat(search(moved, Optional.of("acme"))).isEmpty();
    world.permissions.grant("robot", "globex", Set.of("ORG_OWNER_VIEWER"));
    assertThat(search(moved, NONE)).containsExactly(aliens);
    world.permissions.grant("robot", "acme", Set.of("ORG_OWNER_VIEWER"));
    assertThat(search(moved, Optional.of("acme")))
        .containsExactlyInAnyOrder(robots, admins, aliens);
  }

  @Test
  void search_withARoleInTheOwnOrganization_showsThatToo() {
    assertThat(search(world.admin, NONE)).containsExactlyInAnyOrder(robots, admins);
  }

  @Test
  void search_withARoleElsewhere_showsThatToo() {
    world.permissions.grant("robot", "globex", Set.of("ORG_OWNER_VIEWER"));
    assertThat(search(ROBOT, NONE)).containsExactlyInAnyOrder(robots, aliens);
    assertThat(search(ROBOT, Optional.of("globex"))).containsExactlyInAnyOrder(robots, aliens);
    assertThat(search(ROBOT, NONE, new OrganizationIs("globex"))).containsExactly(aliens);
    assertThat(search(ROBOT, NONE, new UserIs("alien"))).containsExactly(aliens);
    assertThat(search(ROBOT, NONE, new UserIs("admin"))).isEmpty();
  }

  @Test
  void search_withARoleElsewhereThatHoldsNothing_showsOnesOwn() {
    world.permissions.grant("robot", "globex", Set.of("SOME_ROLE"));
    assertThat(search(ROBOT, NONE)).containsExactly(robots);
    assertThat(search(ROBOT, NONE, new OrganizationIs("globex"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 99, 100, 101, 250})
  void search_withRolesInManyOrganizations_asksTheStoreForAHundredAtOnce(int organizations) {
    world.permissions.grant("robot", "globex", Set.of("ORG_OWNER_VIEWER"));
    for (int i = 1; i < organizations; i++) {
      world.permissions.grant("robot", "org-" + i, Set.of("ORG_OWNER_VIEWER"));
    }
    List<TokenQuery> asked = new ArrayList<>();
    TokenReader reader =
        new TokenReader(
            new Providers(
                new ForwardingTokenStore(world.store) {
                  @Override
                  public TokenPage list(TokenQuery query) {
                    asked.add(query);
                    return super.list(query);
                  }
                },
                world.directory,
                world.permissions));

    assertThat(search(reader, ROBOT, NONE)).containsExactlyInAnyOrder(robots, aliens);
    assertThat(asked).hasSize(1);
    assertThat(widths(asked.get(0).conditions()))
        .allSatisfy(width -> assertThat(width).isLessThanOrEqualTo(100));
  }

  private static Stream<Integer> widths(List<TokenCondition> conditions) {
    return conditions.stream()
        .filter(AnyOf.class::isInstance)
        .map(condition -> ((AnyOf) condition).conditions())
        .flatMap(any -> Stream.concat(Stream.of(any.size()), widths(any)));
  }

  @Test
  void search_pageByPage_leadsThroughAllOrganizations() {
    world.permissions.grant("robot", "globex", Set.of("ORG_OWNER_VIEWER"));
    world.permissions.grant("robot", "acme", Set.of("ORG_OWNER_VIEWER"));
    List<StoredToken> seen = new ArrayList<>();
    Optional<String> next = NONE;
    do {
      TokenPage page =
          World.done(
              world.reader.search(
                  new Access.SelfService(ROBOT, NONE),
                  new TokenQuery(List.of(), TokenOrder.NEWEST_FIRST, next, 0, 1)));
      assertThat(page.total()).isEqualTo(3);
      seen.addAll(page.tokens());
      next = page.next();
    } while (next.isPresent());

    assertThat(seen).containsExactly(aliens, admins, robots);
  }

  @Test
  void search_byACheckerThatListsNoOrganizations_showsWhatIsAskedForElsewhere() {
    world.permissions.grant("robot", "globex", Set.of("ORG_OWNER_VIEWER"));
    TokenReader reader = new TokenReader(new Providers(world.store, world.directory, unlisted()));

    assertThat(search(reader, ROBOT, NONE)).containsExactly(robots);
    assertThat(search(reader, ROBOT, NONE, new OrganizationIs("globex"))).containsExactly(aliens);
    assertThat(search(reader, ROBOT, NONE, new UserIs("alien"))).containsExactly(aliens);
    assertThat(search(reader, ROBOT, Optional.of("globex")))
        .containsExactlyInAnyOrder(robots, aliens);
    assertThat(search(reader, world.admin, NONE)).containsExactlyInAnyOrder(robots, admins);
  }

  private PermissionChecker unlisted() {
    return new ForwardingPermissionChecker(world.permissions) {
      @Override
      public Optional<PermittedOrganizations> permittedOrganizations() {
        return Optional.empty();
      }
    };
  }

  @Test
  void search_withARoleInTheWholeInstance_showsAll() {
    world.permissions.grantEverywhere("alien", Set.of("IAM_OWNER_VIEWER"));
    assertThat(search(ALIEN, NONE)).containsExactlyInAnyOrder(robots, admins, aliens);
  }

  @Test
  void search_inAnOrganizationThatDoesNotExist_isRefused() {
    assertThat(world.reader.search(new Access.SelfService(ROBOT, Optional.of("no-such")), all()))
        .isEqualTo(new Outcome.Refused<>(Refusal.ORGANIZATION_UNKNOWN));
  }

  @Test
  void search_whenPermissionsCouldNotTell_showsNothing() {
    world.permissions.fail(Effect.NONE);
    assertThatThrownBy(() -> search(ROBOT, NONE)).isInstanceOf(ProviderUnavailableException.class);
  }

  private Outcome<StoredToken> get(
      Caller caller, Optional<String> organizationId, String userId, String tokenId) {
    return world.reader.get(new Access.Management(caller, organizationId), userId, tokenId);
  }

  private List<StoredToken> list(Caller caller, String userId) {
    TokenPage page =
        World.done(world.reader.list(new Access.Management(caller, NONE), userId, all()));
    return page.tokens();
  }

  private List<StoredToken> search(
      Caller caller, Optional<String> organizationId, TokenCondition... conditions) {
    return search(world.reader, caller, organizationId, conditions);
  }

  private static List<StoredToken> search(
      TokenReader reader,
      Caller caller,
      Optional<String> organizationId,
      TokenCondition... conditions) {
    return World.done(
            reader.search(new Access.SelfService(caller, organizationId), all(conditions)))
        .tokens();
  }

  private static TokenQuery all(TokenCondition... conditions) {
    return new TokenQuery(List.of(conditions), TokenOrder.NEWEST_FIRST, Optional.empty(), 0, 100);
  }

  private static String id(StoredToken token) {
    return Long.toString(token.tokenId());
  }
}
