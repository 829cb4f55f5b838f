package io.latchkey.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.service.IssueResult.Issued;
import io.latchkey.core.service.IssueResult.Refused;
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

  private final World world = new World();

  @Test
  void create_ofAMachineUser_storesItsToken() {
    Issued issued = (Issued) world.create("robot");
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
    assertThat(world.create(userId)).isEqualTo(new Refused(reason));
  }

  @Test
  void create_refusesInTheOrderOfTheContract() {
    Caller stranger = new Caller("robot", "acme");
    Optional<Instant> past = Optional.of(PAST);
    Optional<String> acme = Optional.of("acme");
    Optional<String> none = Optional.empty();
    assertThat(create(stranger, Optional.of("no-such"), "", past))
        .isEqualTo(new Refused(Refusal.ORGANIZATION_UNKNOWN));
    assertThat(create(stranger, acme, "", past)).isEqualTo(new Refused(Refusal.CALLER_NOT_MEMBER));
    world.permissions.grant("robot", "acme", Set.of("ORG_OWNER_VIEWER"));
    assertThat(create(stranger, none, "", past)).isEqualTo(new Refused(Refusal.PERMISSION_MISSING));
    assertThat(create(world.admin, none, "", past)).isEqualTo(new Refused(Refusal.USER_ID_EMPTY));
    assertThat(create(world.admin, none, "nobody", past))
        .isEqualTo(new Refused(Refusal.EXPIRATION_PASSED));
    assertThat(create(world.admin, none, "human", past))
        .isEqualTo(new Refused(Refusal.EXPIRATION_PASSED));
  }

  @Test
  void create_withExpirationNow_passesAndANanosecondBeforeIsRefused() {
    assertThat(create(world.admin, Optional.empty(), "robot", Optional.of(World.NOW)))
        .isInstanceOf(Issued.class);
    assertThat(create(world.admin, Optional.empty(), "robot", Optional.of(World.NOW.minusNanos(1))))
        .isEqualTo(new Refused(Refusal.EXPIRATION_PASSED));
  }

  @Test
  void create_withTheZeroTimestamp_neverExpires() {
    Issued issued =
        (Issued)
            create(
                world.admin,
                Optional.empty(),
                "robot",
                Optional.of(Instant.parse("0001-01-01T00:00:00Z")));
    assertThat(issued.token().expirationDate()).isEqualTo("9999-12-31T23:59:59Z");
  }

  @Test
  void create_keepsMicrosecondsOfTheExpiration() {
    Instant date = World.NOW.plus(Duration.ofDays(1)).plusNanos(999);
    Issued issued = (Issued) create(world.admin, Optional.empty(), "robot", Optional.of(date));
    assertThat(issued.token().expirationDate()).isEqualTo(World.NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void create_inAnotherOrganization_needsARoleThere() {
    assertThat(create(world.admin, Optional.of("globex"), "alien", Optional.empty()))
        .isEqualTo(new Refused(Refusal.CALLER_NOT_MEMBER));
    world.permissions.grantEverywhere("admin", Set.of("IAM_OWNER"));
    Issued issued = (Issued) create(world.admin, Optional.of("globex"), "alien", Optional.empty());
    assertThat(issued.token().owner()).isEqualTo(new TokenOwner("globex", "alien"));
    assertThat(world.create("alien")).isEqualTo(new Refused(Refusal.USER_UNKNOWN));
  }

  @Test
  void create_whenADirectoryCouldNotTell_createsNothing() {
    world.directory.fail(Effect.NONE);
    assertThatThrownBy(() -> world.create("robot"))
        .isInstanceOf(ProviderUnavailableException.class);
    world.directory.recover();
    assertThat(((Issued) world.create("robot")).token().sequence()).isEqualTo(1);
  }

  @Test
  void create_whenPermissionsCouldNotTell_permitsNothing() {
    world.permissions.fail(Effect.NONE);
    assertThatThrownBy(() -> world.create("robot"))
        .isInstanceOf(ProviderUnavailableException.class);
    world.permissions.recover();
    assertThat(((Issued) world.create("robot")).token().sequence()).isEqualTo(1);
  }

  @Test
  void create_whoseAnswerWasLost_findsThatItWentThrough() {
    world.store.loseNextAnswer();
    Issued issued = (Issued) world.create("robot");
    assertThat(world.store.get(issued.token().owner(), issued.token().tokenId())).isPresent();
    assertThat(world.verifier.verify(issued.clear().reveal()))
        .isInstanceOf(Verification.Valid.class);
    assertThat(((Issued) world.create("robot")).token().sequence()).isEqualTo(2);
  }

  @Test
  void create_whenTheStoreStaysAway_saysWhetherItMayHaveHappened() {
    world.store.fail(Effect.UNKNOWN);
    assertThatThrownBy(() -> world.create("robot"))
        .isInstanceOfSatisfying(
            ProviderUnavailableException.class,
            e -> assertThat(e.effect()).isEqualTo(Effect.UNKNOWN));
  }

  private IssueResult create(
      Caller caller,
      Optional<String> organizationId,
      String userId,
      Optional<Instant> expirationDate) {
    return world.issuer.create(
        new CreateCommand(caller, organizationId, userId, expirationDate, Optional.empty()));
  }
}
