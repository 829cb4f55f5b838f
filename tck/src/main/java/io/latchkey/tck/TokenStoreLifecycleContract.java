package io.latchkey.tck;

import static io.latchkey.tck.ProviderAssertions.assertRefusesNull;
import static io.latchkey.tck.ProviderAssertions.assertRefusesValue;
import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.token;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * How a {@link TokenStore} is checked and closed, and what it says to a caller that is mistaken.
 */
public abstract class TokenStoreLifecycleContract extends TokenStoreTopic {

  /** In nanoseconds, where whole microseconds are asked for. */
  private static final Instant TOO_FINE = NOW.plusNanos(1);

  /** For the {@link TokenStoreContract}. */
  TokenStoreLifecycleContract() {}

  @Rule("TS-78")
  @Test
  public final void check_isOk() {
    ProviderAssertions.assertWell(store);
    created(token(OWNER, 1));
    ProviderAssertions.assertWell(store);
  }

  @Rule("TS-79")
  @Test
  public final void close_twice_isAsOnce() {
    TokenStore unused = anotherStore();
    created(token(OWNER, 1));

    for (TokenStore closed : List.of(store, unused)) {
      close(closed);
      assertThatCode(closed::close).as("the second close()").doesNotThrowAnyException();
    }
  }

  @Rule("TS-80")
  @Test
  public final void call_afterClose_isRefused() {
    created(token(OWNER, 1));
    List<TokenStoreCall> calls = TokenStoreCall.all(store);
    close(store);

    assertRefused("check", store::check);
    for (TokenStoreCall call : calls) {
      assertRefused(call.name(), call.work()::call);
    }
  }

  private static void assertRefused(String call, ThrowingCallable work) {
    assertThatThrownBy(work, "%s after close()", call).isInstanceOf(IllegalStateException.class);
  }

  @Rule("TS-81")
  @Test
  @SuppressWarnings("NullAway") // a caller that is not checked by NullAway can do this
  public final void null_isRefusedByName() {
    assertRefusesNull("token", () -> store.create(null));
    assertRefusesNull("digest", () -> store.findByDigest(null));
    assertRefusesNull("owner", () -> store.get(null, 1));
    assertRefusesNull("query", () -> store.list(null));
    assertRefusesNull("owner", () -> store.remove(null, 1, NOW));
    assertRefusesNull("at", () -> store.remove(OWNER, 1, null));
    assertRefusesNull("owner", () -> store.removeAll(null, NOW));
    assertRefusesNull("at", () -> store.removeAll(OWNER, null));
    assertRefusesNull("before", () -> store.removeExpired(null, 1));
    store.lastUse().ifPresent(uses -> assertRefusesNull("at", () -> uses.record(1, null)));
    store
        .recentRemovals()
        .ifPresent(removals -> assertRefusesNull("window", () -> removals.within(null)));
  }

  @Rule("TS-82")
  @Test
  public final void argument_outOfRange_isRefusedByName() {
    assertRefusesValue("tokenId", () -> store.get(OWNER, 0));
    assertRefusesValue("tokenId", () -> store.get(OWNER, Long.MIN_VALUE));
    assertRefusesValue("tokenId", () -> store.remove(OWNER, 0, NOW));
    assertRefusesValue("limit", () -> store.removeExpired(NOW, 0));
    assertRefusesValue("limit", () -> store.removeExpired(NOW, -1));
    assertRefusesValue("at", () -> store.remove(OWNER, 1, TOO_FINE));
    assertRefusesValue("at", () -> store.removeAll(OWNER, TOO_FINE));
    assertRefusesValue("before", () -> store.removeExpired(TOO_FINE, 1));
    store.lastUse().ifPresent(uses -> assertRefusesValue("at", () -> uses.record(1, TOO_FINE)));
    store
        .recentRemovals()
        .ifPresent(
            removals -> {
              assertRefusesValue("window", () -> removals.within(Duration.ZERO));
              assertRefusesValue("window", () -> removals.within(Duration.ofSeconds(601)));
            });
  }
}
