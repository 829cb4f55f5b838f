package io.latchkey.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenIssuerTest {

  private static final Instant PAST = World.NOW.minusSeconds(1);

  private static final Optional<Instant> LATER = Optional.of(World.NOW.plusSeconds(60));
  private static final Optional<String> NO_NAME = Optional.empty();
  private static final Caller ROBOT = new Caller("robot", "acme");
  private static final Outcome<Issued> REFUSED =
      new Outcome.Refused<>(Refusal.NOT_SELF_AND_NOT_PERMITTED);

  private final World world = new World();

  @Test
  void create_ofAMachineUser_storesItsToken() {
    Issued issued = world.issued("robot");
    StoredToken token = issued.token();
    assertThat(token)
        .isEqualTo(
            new StoredToken(
                token.tokenId(),
                new TokenOwner("acme", "robot"),
                1,
                World.NOW,
                World.NOW,
                Instant.parse("9999-12-31T23:59:59Z"),
                java.util.List.of(
                    "openid",
                    "profile",
                    "urn:zitadel:iam:user:metadata",
                    "urn:zitadel:iam:user:resourceowner"),
                Optional.empty()));
    assertThat(world.store.get(token.owner(), token.tokenId())).contains(token);
  }

  @ParameterizedTest
  @CsvSource({
    "human,USER_NOT_MACHINE",
    "inactive,USER_NOT_ACTIVE",
    "locked,USER_NOT_ACTIVE",
    "deleted,USER_UNKNOWN",
    "nobody,USER_UNKNOWN",
    "alien,USER_UNKNOWN",
    "'',USER_ID_EMPTY"
  })
  void create_ofAUserThatMayHaveNone_isRefused(String userId, Refusal reason) {
    assertThat(world.create(userId)).isEqualTo(new Outcome.Refused<>(reason));
  }

  @Test
  void create_refusesInTheOrderOfTheContract() {
    Caller stranger = new Caller("robot", "acme");
    Optional<Instant> past = Optional.of(PAST);
    Optional<String> acme = Optional.of("acme");
    Optional<String> none = Optional.empty();
    assertThat(create(stranger, Optional.of("no-such"), "", past))
        .isEqualTo(new Outcome.Refused<>(Refusal.ORGANIZATION_UNKNOWN));
    assertThat(create(stranger, acme, "", past))
        .isEqualTo(new Outcome.Refused<>(Refusal.CALLER_NOT_MEMBER));
    world.permissions.grant("robot", "acme", Set.of("ORG_OWNER_VIEWER"));
    assertThat(create(stranger, none, "", past))
        .isEqualTo(new Outcome.Refused<>(Refusal.PERMISSION_MISSING));
    assertThat(create(world.admin, none, "", past))
        .isEqualTo(new Outcome.Refused<>(Refusal.USER_ID_EMPTY));
    assertThat(create(world.admin, none, "nobody", past))
        .isEqualTo(new Outcome.Refused<>(Refusal.EXPIRATION_PASSED));
    assertThat(create(world.admin, none, "human", past))
        .isEqualTo(new Outcome.Refused<>(Refusal.EXPIRATION_PASSED));
  }

  @Test
  void create_withExpirationNow_passesAndANanosecondBeforeIsRefused() {
    assertThat(create(world.admin, Optional.empty(), "robot", Optional.of(World.NOW)))
        .isInstanceOf(Outcome.Done.class);
    assertThat(create(world.admin, Optional.empty(), "robot", Optional.of(World.NOW.minusNanos(1))))
        .isEqualTo(new Outcome.Refused<>(Refusal.EXPIRATION_PASSED));
  }

  @Test
  void create_withTheZeroTimestamp_neverExpires() {
    Issued issued =
        created(
            world.admin,
            Optional.empty(),
            "robot",
            Optional.of(Instant.parse("0001-01-01T00:00:00Z")));
    assertThat(issued.token().expirationDate()).isEqualTo("9999-12-31T23:59:59Z");
  }

  @Test
  void create_keepsMicrosecondsOfTheExpiration() {
    Instant date = World.NOW.plus(Duration.ofDays(1)).plusNanos(999);
    Issued issued = created(world.admin, Optional.empty(), "robot", Optional.of(date));
    assertThat(issued.token().expirationDate()).isEqualTo(World.NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void create_inAnotherOrganization_needsARoleThere() {
    assertThat(create(world.admin, Optional.of("globex"), "alien", Optional.empty()))
        .isEqualTo(new Outcome.Refused<>(Refusal.CALLER_NOT_MEMBER));
    world.permissions.grantEverywhere("admin", Set.of("IAM_OWNER"));
    Issued issued = created(world.admin, Optional.of("globex"), "alien", Optional.empty());
    assertThat(issued.token().owner()).isEqualTo(new TokenOwner("globex", "alien"));
    assertThat(world.create("alien")).isEqualTo(new Outcome.Refused<>(Refusal.USER_UNKNOWN));
  }

  @Test
  void create_whenADirectoryCouldNotTell_createsNothing() {
    world.directory.fail(Effect.NONE);
    assertThatThrownBy(() -> world.create("robot"))
        .isInstanceOf(ProviderUnavailableException.class);
    world.directory.recover();
    assertThat(world.issued("robot").token().sequence()).isEqualTo(1);
  }

  @Test
  void create_whenPermissionsCouldNotTell_permitsNothing() {
    world.permissions.fail(Effect.NONE);
    assertThatThrownBy(() -> world.create("robot"))
        .isInstanceOf(ProviderUnavailableException.class);
    world.permissions.recover();
    assertThat(world.issued("robot").token().sequence()).isEqualTo(1);
  }

  @Test
  void create_whoseAnswerWasLost_findsThatItWentThrough() {
    world.store.loseNextAnswer();
    Issued issued = world.issued("robot");
    assertThat(world.store.get(issued.token().owner(), issued.token().tokenId())).isPresent();
    assertThat(world.verifier.verify(issued.clear().reveal()))
        .isInstanceOf(Verification.Valid.class);
    assertThat(world.issued("robot").token().sequence()).isEqualTo(2);
  }

  @Test
  void create_whenTheStoreStaysAway_saysWhetherItMayHaveHappened() {
    world.store.fail(Effect.UNKNOWN);
    assertThatThrownBy(() -> world.create("robot"))
        .isInstanceOfSatisfying(
            ProviderUnavailableException.class,
            e -> assertThat(e.effect()).isEqualTo(Effect.UNKNOWN));
  }

  @Test
  void selfService_onOneself_needsNoRole() {
    Issued issued = World.done(serve(ROBOT, "robot", LATER));
    assertThat(issued.token().owner()).isEqualTo(new TokenOwner("acme", "robot"));
  }

  @Test
  void selfService_onAnother_needsTheRoleWhereThatUserIs() {
    assertThat(serve(ROBOT, "alien", LATER)).isEqualTo(REFUSED);
    world.permissions.grant("robot", "acme", Set.of("ORG_OWNER"));
    assertThat(serve(ROBOT, "alien", LATER)).isEqualTo(REFUSED);
    world.permissions.grant("robot", "globex", Set.of("ORG_OWNER_VIEWER"));
    assertThat(serve(ROBOT, "alien", LATER)).isEqualTo(REFUSED);
    world.permissions.grant("robot", "globex", Set.of("ORG_OWNER"));
    assertThat(World.done(serve(ROBOT, "alien", LATER)).token().owner())
        .isEqualTo(new TokenOwner("globex", "alien"));
  }

  @Test
  void selfService_byAnotherWithTheSameUserIdElsewhere_isRefused() {
    assertThat(serve(new Caller("robot", "globex"), "robot", LATER)).isEqualTo(REFUSED);
  }

  @Test
  void selfService_refusesInTheOrderOfTheContract() {
    Optional<Instant> none = Optional.empty();
    assertThat(
            world.issuer.create(
                new CreateCommand(
                    new Access.SelfService(ROBOT, Optional.of("no-such")), "", none, NO_NAME)))
        .isEqualTo(new Outcome.Refused<>(Refusal.ORGANIZATION_UNKNOWN));
    assertThat(serve(ROBOT, "", none)).isEqualTo(new Outcome.Refused<>(Refusal.USER_ID_EMPTY));
    assertThat(serve(ROBOT, "nobody", none))
        .isEqualTo(new Outcome.Refused<>(Refusal.EXPIRATION_MISSING));
    assertThat(serve(ROBOT, "nobody", Optional.of(Instant.parse("0001-01-01T00:00:00Z"))))
        .isEqualTo(new Outcome.Refused<>(Refusal.EXPIRATION_MISSING));
    assertThat(serve(ROBOT, "nobody", Optional.of(PAST)))
        .isEqualTo(new Outcome.Refused<>(Refusal.EXPIRATION_PASSED));
    assertThat(serve(ROBOT, "nobody", LATER))
        .isEqualTo(new Outcome.Refused<>(Refusal.USER_UNKNOWN));
    assertThat(serve(ROBOT, "human", LATER))
        .isEqualTo(new Outcome.Refused<>(Refusal.USER_NOT_MACHINE));
    assertThat(serve(ROBOT, "inactive", LATER)).isEqualTo(REFUSED);
    assertThat(serve(world.admin, "inactive", LATER))
        .isEqualTo(new Outcome.Refused<>(Refusal.USER_NOT_ACTIVE));
  }

  private Outcome<Issued> serve(Caller caller, String userId, Optional<Instant> expirationDate) {
    return world.issuer.create(
        new CreateCommand(
            new Access.SelfService(caller, Optional.empty()), userId, expirationDate, NO_NAME));
  }

  private Issued created(
      Caller caller,
      Optional<String> organizationId,
      String userId,
      Optional<Instant> expirationDate) {
    return World.done(create(caller, organizationId, userId, expirationDate));
  }

  private Outcome<Issued> create(
      Caller caller,
      Optional<String> organizationId,
      String userId,
      Optional<Instant> expirationDate) {
    return world.issuer.create(
        new CreateCommand(
            new Access.Management(caller, organizationId),
            userId,
            expirationDate,
            Optional.empty()));
  }
}
