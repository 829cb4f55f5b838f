package io.latchkey.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.service.Verification.Invalid;
import io.latchkey.core.service.Verification.Reason;
import io.latchkey.core.service.Verification.Valid;
import io.latchkey.core.token.Pepper;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.permission.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenVerifierTest {

  private static final Instant EXPIRATION = World.NOW.plusSeconds(60);

  private final World world = new World();
  private final Issued issued =
      World.done(
          world.issuer.create(
              new CreateCommand(
                  new Access.Management(world.admin, Optional.empty()),
                  "robot",
                  Optional.of(EXPIRATION),
                  Optional.empty())));
  private final String token = issued.clear().reveal();

  @Test
  void verify_ofAToken_isItsOwner() {
    Valid valid = (Valid) world.verifier.verify(token);
    assertThat(valid.token()).isEqualTo(issued.token());
    assertThat(valid.caller()).isEqualTo(new Caller("robot", "acme"));
  }

  @Test
  void verify_aMicrosecondBeforeItsExpiration_isValid() {
    world.clock.set(EXPIRATION.minusNanos(1000));
    assertThat(world.verifier.verify(token)).isInstanceOf(Valid.class);
  }

  @Test
  void verify_atItsExpiration_isExpired() {
    world.clock.set(EXPIRATION);
    assertThat(world.verifier.verify(token)).isEqualTo(new Invalid(Reason.EXPIRED));
  }

  @Test
  void verify_ofARemovedToken_isUnknown() {
    world.store.remove(issued.token().owner(), issued.token().tokenId(), World.NOW);
    assertThat(world.verifier.verify(token)).isEqualTo(new Invalid(Reason.UNKNOWN));
  }

  @Test
  void verify_ofGarbage_isRefusedWithoutAskingTheStore() {
    world.store.fail(Effect.NONE);
    world.directory.fail(Effect.NONE);
    assertThat(world.verifier.verify("garbage")).isEqualTo(new Invalid(Reason.MALFORMED));
    assertThat(world.verifier.verify(token + "x")).isEqualTo(new Invalid(Reason.MALFORMED));
  }

  @ParameterizedTest
  @CsvSource({"MACHINE,INACTIVE", "MACHINE,LOCKED", "MACHINE,DELETED", "HUMAN,ACTIVE"})
  void verify_whoseOwnerMayNotAct_isRefused(UserKind kind, UserState state) {
    world.user("robot", "acme", kind, state);
    assertThat(world.verifier.verify(token)).isEqualTo(new Invalid(Reason.OWNER_NOT_ALLOWED));
  }

  @Test
  void verify_whoseOwnerHasMovedToAnotherOrganization_isRefused() {
    world.user("robot", "globex", UserKind.MACHINE, UserState.ACTIVE);
    assertThat(world.verifier.verify(token)).isEqualTo(new Invalid(Reason.OWNER_NOT_ALLOWED));
  }

  @Test
  void verify_whoseOwnerIsGone_isRefused() {
    world.directory.removeUser("robot");
    assertThat(world.verifier.verify(token)).isEqualTo(new Invalid(Reason.OWNER_NOT_ALLOWED));
  }

  @Test
  void verify_whenAProviderCouldNotTell_isNoAnswer() {
    world.store.fail(Effect.NONE);
    assertThatThrownBy(() -> world.verifier.verify(token))
        .isInstanceOf(ProviderUnavailableException.class);
    world.store.recover();
    world.directory.fail(Effect.NONE);
    assertThatThrownBy(() -> world.verifier.verify(token))
        .isInstanceOf(ProviderUnavailableException.class);
  }

  @Test
  void verify_afterAPepperWasIntroduced_takesOldTokensOnlyWherePlainIsAccepted() {
    List<Pepper> peppers = List.of(new Pepper("k1", new byte[32]));
    assertThat(verifier(TokenDigester.peppered(peppers, true)).verify(token))
        .isInstanceOf(Valid.class);
    assertThat(verifier(TokenDigester.peppered(peppers, false)).verify(token))
        .isEqualTo(new Invalid(Reason.UNKNOWN));
  }

  private TokenVerifier verifier(TokenDigester digester) {
    return new TokenVerifier(world.providers, world.format, digester, world.clock);
  }
}
