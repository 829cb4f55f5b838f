package io.latchkey.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.provider.Providers;
import io.latchkey.core.service.Issued;
import io.latchkey.core.service.TokenMint;
import io.latchkey.core.service.TokenVerifier;
import io.latchkey.core.service.Verification;
import io.latchkey.core.service.Verification.Invalid;
import io.latchkey.core.service.Verification.Reason;
import io.latchkey.core.service.Verification.Valid;
import io.latchkey.core.token.TimeOrderedIds;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.tck.SettableClock;
import io.latchkey.tck.memory.InMemoryPermissionChecker;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes over the same providers, which remember what they have learned from them. */
class RememberingTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration BOUND = Duration.ofSeconds(1);
  private static final TokenOwner OWNER = new TokenOwner("acme", "robot");

  private final AtomicLong nanos = new AtomicLong();
  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private final InMemoryUserDirectory directory = new InMemoryUserDirectory();
  private final InMemoryPermissionChecker permissions = new InMemoryPermissionChecker();
  private final TokenFormat format = new TokenFormat("lkpat_");
  private final TokenDigester digester = TokenDigester.plain();

  private final Node here = new Node();
  private final Node there = new Node();

  /** One of the nodes; what it would learn from the store in time, it learns when it is told to. */
  private final class Node {

    final Providers asked = new Providers(store.another(), directory, permissions);
    final Remembering remembering = Remembering.within(BOUND, 10, asked, nanos::get, clock);
    final TokenVerifier verifier =
        new TokenVerifier(asked, format, digester, clock, remembering.verdicts());

    Verification verify(Issued token) {
      return verifier.verify(token.clear().reveal());
    }

    Optional<User> findUser() {
      return remembering.providers().directory().findUser("robot");
    }

    PermissionDecision decide() {
      return remembering
          .providers()
          .permissions()
          .check(
              new PermissionRequest(
                  new Caller("robot", "acme"), "user.read", "acme", Optional.empty()));
    }
  }

  @BeforeEach
  void fill() {
    directory.put(new Organization("acme", "Acme"));
    user(UserState.ACTIVE);
    permissions.grant("robot", "acme", Set.of("ORG_OWNER"));
  }

  private void user(UserState state) {
    directory.put(new User("robot", "acme", UserKind.MACHINE, state, "robot"));
  }

  private Issued issue(Optional<Instant> expiration) {
    return new TokenMint(store, format, digester, new TimeOrderedIds(clock))
        .issue(OWNER, expiration, Optional.empty(), NOW);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    clock.advance(time);
  }

  @Test
  void token_isKnownWithoutAskingAgain_untilTheBound() {
    Issued token = issue(Optional.empty());
    here.verify(token);
    store.fail(Effect.NONE);
    directory.fail(Effect.NONE);

    pass(BOUND.minusNanos(1));
    assertThat(here.verify(token)).as("before the bound").isInstanceOf(Valid.class);
    pass(Duration.ofNanos(1));
    assertThatThrownBy(() -> here.verify(token))
        .as("at the bound, when nobody can be asked")
        .isInstanceOf(ProviderUnavailableException.class);
  }

  @Test
  void unknownToken_isRefusedWithoutAskingAgain() {
    Issued token = issue(Optional.empty());
    store.removeAll(OWNER, NOW);
    here.verify(token);
    store.fail(Effect.NONE);

    assertThat(here.verify(token)).isEqualTo(new Invalid(Reason.UNKNOWN));
  }

  @Test
  void floodOfUnknownTokens_drivesNoGoodOneOut() {
    Issued good = issue(Optional.empty());
    here.verify(good);
    for (int i = 0; i < 1000; i++) {
      here.verifier.verify(format.generate().reveal());
    }
    store.fail(Effect.NONE);

    assertThat(here.verify(good)).isInstanceOf(Valid.class);
  }

  @Test
  void removedToken_isRefusedAtOnceHere_andWithinTheBoundThere() {
    Issued token = issue(Optional.empty());
    here.verify(token);
    there.verify(token);
    here.remembering.providers().store().remove(OWNER, token.token().tokenId(), NOW);

    assertThat(here.verify(token)).as("here").isEqualTo(new Invalid(Reason.UNKNOWN));
    pass(BOUND);
    assertThat(there.verify(token)).as("there").isEqualTo(new Invalid(Reason.UNKNOWN));
  }

  @Test
  void allTokensOfAnOwner_areRefusedAtOnceHere() {
    Issued token = issue(Optional.empty());
    here.verify(token);
    here.remembering.providers().store().removeAll(OWNER, NOW);

    assertThat(here.verify(token)).isEqualTo(new Invalid(Reason.UNKNOWN));
  }

  /** It may be gone all the same. */
  @Test
  void token_whoseRemovalCouldNotBeTold_isAskedForAgain() {
    Issued token = issue(Optional.empty());
    here.verify(token);
    store.loseNextAnswer();
    assertThatThrownBy(
            () -> here.remembering.providers().store().remove(OWNER, token.token().tokenId(), NOW))
        .isInstanceOf(ProviderUnavailableException.class);

    assertThat(here.verify(token)).isEqualTo(new Invalid(Reason.UNKNOWN));
  }

  @Test
  void tokenThatExpiresWithinTheBound_isRefusedAtItsExpirationDate() {
    Duration life = BOUND.dividedBy(2);
    Issued token = issue(Optional.of(NOW.plus(life)));
    here.verify(token);

    pass(life.minusNanos(1000));
    assertThat(here.verify(token)).as("before").isInstanceOf(Valid.class);
    pass(Duration.ofNanos(1000));
    assertThat(here.verify(token)).as("at it").isEqualTo(new Invalid(Reason.EXPIRED));
  }

  @Test
  void tokenThatExpiresByAStepOfTheClock_isRefusedWithinTheBound() {
    Issued token = issue(Optional.of(NOW.plusSeconds(60)));
    here.verify(token);
    clock.set(NOW.plusSeconds(60));

    pass(BOUND);
    assertThat(here.verify(token)).isEqualTo(new Invalid(Reason.EXPIRED));
  }

  /** What is remembered is found before checksums are looked at. */
  @Test
  void mistypedToken_isRefusedWithoutAsking_andNotRemembered() {
    String token = issue(Optional.empty()).clear().reveal();
    String mistyped = token.substring(0, token.length() - 1) + (token.endsWith("0") ? '1' : '0');
    store.fail(Effect.NONE);

    assertThat(here.verifier.verify(mistyped)).isEqualTo(new Invalid(Reason.MALFORMED));
    assertThat(here.verifier.verify(mistyped)).isEqualTo(new Invalid(Reason.MALFORMED));
  }

  @Test
  void disabledUser_isRefusedWithinTheBound_andAtOnceAfterAChangeHere() {
    Issued token = issue(Optional.empty());
    here.verify(token);
    there.verify(token);
    here.findUser();
    user(UserState.INACTIVE);

    here.remembering.directoryChanged().run();
    assertThat(here.verify(token)).as("here").isEqualTo(new Invalid(Reason.OWNER_NOT_ALLOWED));
    assertThat(here.findUser().orElseThrow().state()).as("here").isEqualTo(UserState.INACTIVE);
    pass(BOUND);
    assertThat(there.verify(token)).as("there").isEqualTo(new Invalid(Reason.OWNER_NOT_ALLOWED));
  }

  @Test
  void userWhoMayNotAct_isAskedForEachTime() {
    user(UserState.LOCKED);
    here.findUser();
    user(UserState.ACTIVE);

    assertThat(here.findUser().orElseThrow().state()).isEqualTo(UserState.ACTIVE);
  }

  @Test
  void withdrawnRole_isRefusedWithinTheBound_andANewOneHonouredAtOnce() {
    assertThat(here.decide()).isEqualTo(PermissionDecision.PERMIT);
    permissions.grant("robot", "acme", Set.of());
    pass(BOUND);
    assertThat(here.decide()).as("withdrawn").isNotEqualTo(PermissionDecision.PERMIT);
    permissions.grant("robot", "acme", Set.of("ORG_OWNER"));

    assertThat(here.decide()).as("given back").isEqualTo(PermissionDecision.PERMIT);
  }

  @Test
  void permission_isKnownWithoutAskingAgain() {
    here.decide();
    permissions.fail(Effect.NONE);

    assertThat(here.decide()).isEqualTo(PermissionDecision.PERMIT);
  }
}
