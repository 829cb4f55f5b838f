package io.latchkey.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.config.Settings;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.tck.SettableClock;
import io.latchkey.tck.memory.InMemoryPermissionChecker;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expired tokens go while a host serves, as its operator has set. */
class LatchkeySweepTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final TokenOwner CI = new TokenOwner("acme", "ci");

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryTokenStore store = new InMemoryTokenStore();

  @Test
  void expiredToken_isKeptForAsLongAsIsSet() {
    create(1, NOW.minus(Duration.ofHours(1)));
    create(2, NOW.minus(Duration.ofHours(2)));
    try (Latchkey latchkey = start("PT0.01S", "PT1H30M")) {
      awaitRemovalOf(2);
      assertThat(store.get(CI, 1)).isPresent();
      clock.advance(Duration.ofHours(1));
      awaitRemovalOf(1);
      assertThat(latchkey.check().get("store").isOk()).isTrue();
      assertThat(sweepIsRunning()).isTrue();
    }
    await(() -> !sweepIsRunning());
  }

  @Test
  void sweep_thatIsSwitchedOff_isNotRunning() {
    try (Latchkey latchkey = start("PT0S", "PT0S")) {
      assertThat(latchkey.check().get("store").isOk()).isTrue();
      assertThat(sweepIsRunning()).isFalse();
    }
  }

  private Latchkey start(String interval, String after) {
    ProviderLookup lookup =
        ProviderLookup.in(getClass().getClassLoader())
            .with(store)
            .with(new InMemoryUserDirectory())
            .with(new InMemoryPermissionChecker());
    Settings settings =
        Settings.of(Latchkey.keys(lookup))
            .with(
                Map.of(
                    "data.dir", folder.toString(),
                    "token.sweep-interval", interval,
                    "token.sweep-after", after),
                " in the test");
    return Latchkey.start(lookup, settings, clock);
  }

  private void create(long tokenId, Instant expirationDate) {
    store.create(
        new NewToken(
            tokenId,
            CI,
            TokenDigester.plain().digest(new TokenFormat("lkpat_").generate()),
            NOW.minus(Duration.ofDays(1)),
            expirationDate,
            List.of(),
            Optional.empty()));
  }

  private void awaitRemovalOf(long tokenId) {
    await(() -> store.get(CI, tokenId).isEmpty());
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static boolean sweepIsRunning() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("latchkey-sweep"));
  }
}
