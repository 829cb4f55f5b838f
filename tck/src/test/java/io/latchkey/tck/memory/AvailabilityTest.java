package io.latchkey.tck.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How the providers in memory fail when they are told to. */
class AvailabilityTest {

  private static final TokenOwner OWNER = new TokenOwner("org", "user");
  private static final TokenDigest DIGEST = new TokenDigest("SHA-256", "", new byte[32]);
  private static final NewToken TOKEN =
      new NewToken(1, OWNER, DIGEST, Instant.EPOCH, Instant.EPOCH, List.of(), Optional.empty());

  private final InMemoryTokenStore store = new InMemoryTokenStore();

  @Test
  void fail_makesAWriteFailWithThatEffectAndDoNothing() {
    store.fail(Effect.UNKNOWN);
    assertUnavailable(Effect.UNKNOWN, () -> store.create(TOKEN));
    store.recover();

    assertThat(store.get(OWNER, 1)).isEmpty();
  }

  @Test
  void fail_makesAReadFailWithoutEffect() {
    store.fail(Effect.UNKNOWN);

    assertUnavailable(Effect.NONE, () -> store.findByDigest(DIGEST));
    assertThat(store.check().isOk()).isFalse();
  }

  @Test
  void recover_endsTheFailure() {
    store.fail(Effect.NONE);
    store.recover();

    assertThat(store.check().isOk()).isTrue();
    assertThat(store.get(OWNER, 1)).isEmpty();
  }

  @Test
  void loseNextAnswer_doesTheWorkAndFailsOnce() {
    store.loseNextAnswer();
    assertUnavailable(Effect.UNKNOWN, () -> store.create(TOKEN));

    assertThat(store.findByDigest(DIGEST)).isPresent();
    assertThat(store.remove(OWNER, 1, Instant.EPOCH)).isPresent();
  }

  @Test
  void fail_makesTheDirectoryFail() {
    InMemoryUserDirectory directory = new InMemoryUserDirectory();
    directory.fail(Effect.NONE);

    assertUnavailable(Effect.NONE, () -> directory.findUser("x"));
    assertUnavailable(Effect.NONE, () -> directory.organizationExists("x"));
    directory.recover();
    assertThat(directory.findUser("x")).isEmpty();
  }

  @Test
  void fail_makesTheCheckerFail() {
    InMemoryPermissionChecker checker = new InMemoryPermissionChecker();
    PermissionRequest request =
        new PermissionRequest(new Caller("u", "o"), "user.read", "o", Optional.empty());
    checker.fail(Effect.NONE);

    assertUnavailable(Effect.NONE, () -> checker.check(request));
    checker.recover();
    assertThat(checker.check().isOk()).isTrue();
  }

  private static void assertUnavailable(Effect effect, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProviderUnavailableException.class,
            thrown -> assertThat(thrown.effect()).isEqualTo(effect));
  }
}
