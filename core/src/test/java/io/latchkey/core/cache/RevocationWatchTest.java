package io.latchkey.core.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.RecentRemovals;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RevocationWatchTest {

  private static final Duration BOUND = Duration.ofSeconds(1);
  private static final StoredToken TOKEN =
      new StoredToken(
          1,
          new TokenOwner("acme", "ci"),
          1,
          Instant.EPOCH,
          Instant.EPOCH,
          Instant.EPOCH,
          List.of(),
          Optional.empty());

  private final AtomicLong nanos = new AtomicLong();
  private final Revocations revocations = new Revocations(BOUND, nanos::get, Clock.systemUTC());

  @Test
  void look_tellsOfWhatOthersHaveRemoved() {
    try (RevocationWatch watch = watch(window -> Set.of(1L))) {
      watch.look();
    }

    assertThat(revocations.concern(TOKEN, nanos.get())).isTrue();
  }

  /** Looks may fail, and a removal be seen a while after it was made. */
  @Test
  void look_reachesBackForTwoBounds() {
    RecentRemovals removals =
        window -> window.equals(BOUND.multipliedBy(2)) ? Set.of(1L) : Set.of();
    try (RevocationWatch watch = watch(removals)) {
      watch.look();
    }

    assertThat(revocations.concern(TOKEN, nanos.get())).isTrue();
  }

  @Test
  void look_whenTheStoreCannotBeAsked_isRepeated() {
    CountDownLatch down = new CountDownLatch(1);
    RecentRemovals removals =
        window -> {
          if (down.getCount() > 0) {
            down.countDown();
            throw new ProviderUnavailableException("the store is down", Effect.NONE, null);
          }
          return Set.of(1L);
        };
    try (RevocationWatch watch = watch(removals)) {
      watch.look();
      assertThat(revocations.concern(TOKEN, nanos.get())).isFalse();
      watch.look();
    }

    assertThat(revocations.concern(TOKEN, nanos.get())).isTrue();
  }

  @Test
  void look_withoutNews_forgetsWhatIsOld() {
    revocations.ofToken(1);
    nanos.addAndGet(BOUND.toNanos() + 1);
    try (RevocationWatch watch = new RevocationWatch(revocations, Optional.empty(), BOUND)) {
      watch.look();
    }

    assertThat(revocations.concern(TOKEN, 0)).isFalse();
  }

  @Test
  @Timeout(30)
  void watch_looksByItself() throws InterruptedException {
    CountDownLatch looks = new CountDownLatch(3);
    try (RevocationWatch watch =
        watch(
            window -> {
              looks.countDown();
              return Set.of();
            })) {
      watch.start();
      looks.await();
    }
  }

  private RevocationWatch watch(RecentRemovals removals) {
    return new RevocationWatch(revocations, Optional.of(removals), BOUND);
  }
}
