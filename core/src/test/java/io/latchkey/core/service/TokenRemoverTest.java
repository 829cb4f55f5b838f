package io.latchkey.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.service.TokenRemover.Removed;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.token.Removal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRemoverTest {

  private static final Outcome<Removed> UNKNOWN = new Outcome.Refused<>(Refusal.TOKEN_UNKNOWN);
  private static final Caller ROBOT = new Caller("robot", "acme");

  private final World world = new World();
  private final Issued issued = world.issued("robot");
  private final String tokenId = Long.toString(issued.token().tokenId());

  @Test
  void remove_isTheNextEventAndEndsTheToken() {
    assertThat(manage(world.admin, Optional.empty(), "robot", tokenId))
        .isEqualTo(new Outcome.Done<>(new Removed(new Removal(2, World.NOW), "acme")));
    assertThat(world.verifier.verify(issued.clear().reveal()))
        .isEqualTo(new Verification.Invalid(Verification.Reason.UNKNOWN));
  }

  @Test
  void remove_again_isUnknown() {
    World.done(manage(world.admin, Optional.empty(), "robot", tokenId));
    assertThat(manage(world.admin, Optional.empty(), "robot", tokenId)).isEqualTo(UNKNOWN);
  }

  @Test
  void remove_ofAnotherUsersToken_isUnknownAndLeavesIt() {
    assertThat(manage(world.admin, Optional.empty(), "admin", tokenId)).isEqualTo(UNKNOWN);
    assertThat(world.verifier.verify(issued.clear().reveal()))
        .isInstanceOf(Verification.Valid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "+1", "01", "x", "9223372036854775808", "1.0", " 1"})
  void remove_ofWhatIsNoId_isUnknown(String id) {
    assertThat(manage(world.admin, Optional.empty(), "robot", id)).isEqualTo(UNKNOWN);
  }

  @Test
  void remove_ofAUserIdThatNobodyCanHave_isUnknown() {
    assertThat(manage(world.admin, Optional.empty(), "x".repeat(201), tokenId)).isEqualTo(UNKNOWN);
    assertThat(manage(world.admin, Optional.empty(), "", tokenId)).isEqualTo(UNKNOWN);
  }

  @Test
  void remove_refusesInTheOrderOfTheContract() {
    assertThat(manage(ROBOT, Optional.of("no-such"), "robot", "0"))
        .isEqualTo(new Outcome.Refused<>(Refusal.ORGANIZATION_UNKNOWN));
    assertThat(manage(ROBOT, Optional.of("acme"), "robot", "0"))
        .isEqualTo(new Outcome.Refused<>(Refusal.CALLER_NOT_MEMBER));
    world.permissions.grant("robot", "acme", Set.of("ORG_OWNER_VIEWER"));
    assertThat(manage(ROBOT, Optional.empty(), "robot", "0"))
        .isEqualTo(new Outcome.Refused<>(Refusal.PERMISSION_MISSING));
  }

  @Test
  void remove_inAnotherOrganization_doesNotReachTheToken() {
    world.permissions.grantEverywhere("admin", Set.of("IAM_OWNER"));
    assertThat(manage(world.admin, Optional.of("globex"), "robot", tokenId)).isEqualTo(UNKNOWN);
  }

  @Test
  void selfService_onOnesOwnToken_needsNoRole() {
    assertThat(serve(ROBOT, "robot", tokenId))
        .isEqualTo(new Outcome.Done<>(new Removed(new Removal(2, World.NOW), "acme")));
  }

  @Test
  void selfService_onAnothersToken_needsTheRoleWhereThatUserIs() {
    assertThat(serve(new Caller("alien", "globex"), "robot", tokenId))
        .isEqualTo(new Outcome.Refused<>(Refusal.NOT_SELF_AND_NOT_PERMITTED));
    world.permissions.grant("alien", "acme", Set.of("ORG_USER_MANAGER"));
    World.done(serve(new Caller("alien", "globex"), "robot", tokenId));
  }

  @Test
  void selfService_ofAnUnknownUser_isUnknown() {
    assertThat(serve(ROBOT, "nobody", tokenId)).isEqualTo(UNKNOWN);
    assertThat(serve(ROBOT, "deleted", tokenId)).isEqualTo(UNKNOWN);
  }

  @Test
  void selfService_inAnOrganizationThatDoesNotExist_isRefused() {
    assertThat(
            world.remover.remove(
                new Access.SelfService(ROBOT, Optional.of("no-such")), "robot", tokenId))
        .isEqualTo(new Outcome.Refused<>(Refusal.ORGANIZATION_UNKNOWN));
  }

  @Test
  void remove_whenAProviderCouldNotTell_removesNothing() {
    world.permissions.fail(Effect.NONE);
    assertThatThrownBy(() -> manage(world.admin, Optional.empty(), "robot", tokenId))
        .isInstanceOf(ProviderUnavailableException.class);
    world.permissions.recover();
    assertThat(world.verifier.verify(issued.clear().reveal()))
        .isInstanceOf(Verification.Valid.class);
  }

  private Outcome<Removed> manage(
      Caller caller, Optional<String> organizationId, String userId, String id) {
    return world.remover.remove(new Access.Management(caller, organizationId), userId, id);
  }

  private Outcome<Removed> serve(Caller caller, String userId, String id) {
    return world.remover.remove(new Access.SelfService(caller, Optional.empty()), userId, id);
  }
}
