package io.latchkey.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.background.Later;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.tck.SettableClock;
import io.latchkey.tck.memory.InMemoryTokenStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpiredTokenSweepTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");
  private static final TokenOwner CI = new TokenOwner("acme", "ci");
  private static final Duration AFTER = Duration.ofDays(30);
  private static final Duration INTERVAL = Duration.ofHours(1);
  private static final Instant LONG_AGO = NOW.minus(AFTER).minus(1, ChronoUnit.MICROS);

  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private final Planned planned = new Planned();
  private final ExpiredTokenSweep sweep = new ExpiredTokenSweep(store, AFTER, clock, planned);
  private final Logger logger = Logger.getLogger(ExpiredTokenSweep.class.getName());
  private final List<String> logged = new ArrayList<>();
  private final Handler handler = new Lines(logged);

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
  }

  @Test
  void start_sweepsAfterAMinute_orAfterTheIntervalIfThatIsShorter() {
    sweep.start(Duration.ofSeconds(61));
    sweep.start(Duration.ofSeconds(59));
    assertThat(planned.delays()).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(59));
  }

  @Test
  void sweep_removesWhatExpiredLongerAgoThanItIsKept() {
    create(1, LONG_AGO);
    create(2, NOW.minus(AFTER));
    sweep.start(INTERVAL);
    planned.runNext();
    assertThat(kept(2)).containsExactly(2L);
    clock.advance(Duration.ofNanos(1000));
    planned.runNext();
    assertThat(kept(2)).isEmpty();
  }

  @Test
  void sweep_isFollowedByTheNextAfterTheInterval() {
    sweep.start(INTERVAL);
    planned.runNext();
    assertThat(planned.delays()).containsExactly(INTERVAL);
    planned.runNext();
    assertThat(planned.delays()).containsExactly(INTERVAL);
  }

  @Test
  void sweep_ofMany_isInStepsWithARestAfterEach() {
    int tokens = 2 * ExpiredTokenSweep.STEP;
    for (int id = 1; id <= tokens; id++) {
      create(id, LONG_AGO);
    }
    sweep.start(INTERVAL);
    planned.runNext();
    assertThat(kept(tokens)).hasSize(ExpiredTokenSweep.STEP);
    assertThat(planned.delays()).hasSize(1);
    assertThat(planned.delays().get(0)).isPositive().isLessThan(INTERVAL);
    planned.runNext();
    assertThat(kept(tokens)).isEmpty();
    assertThat(logged).isEmpty();
    planned.runNext();
    assertThat(planned.delays()).containsExactly(INTERVAL);
    assertThat(logged)
        .containsExactly("INFO removed 200 tokens that expired before 2026-10-24T12:00:00.123456Z");
  }

  @Test
  void sweep_thatFindsNothing_saysNothing() {
    create(1, NOW);
    sweep.start(INTERVAL);
    planned.runNext();
    assertThat(logged).isEmpty();
  }

  @Test
  void store_thatIsDown_isReportedOnceAndAskedAgain() {
    create(1, LONG_AGO);
    store.fail(Effect.NONE);
    sweep.start(INTERVAL);
    planned.runNext();
    planned.runNext();
    assertThat(planned.delays()).containsExactly(INTERVAL);
    assertThat(logged).hasSize(1);
    assertThat(logged.get(0))
        .startsWith("WARNING expired tokens cannot be removed now, which will be tried again: ");
    store.recover();
    planned.runNext();
    assertThat(kept(1)).isEmpty();
    assertThat(logged).hasSize(2);
    store.fail(Effect.NONE);
    planned.runNext();
    assertThat(logged).hasSize(3);
  }

  @Test
  void store_thatBreaksDown_endsASweepButNotTheNext() {
    for (int id = 1; id <= 2 * ExpiredTokenSweep.STEP; id++) {
      create(id, LONG_AGO);
    }
    sweep.start(INTERVAL);
    planned.runNext();
    store.fail(Effect.UNKNOWN);
    planned.runNext();
    assertThat(planned.delays()).containsExactly(INTERVAL);
    assertThat(logged).hasSize(2);
    assertThat(logged.get(1)).startsWith("INFO removed 100 tokens");
  }

  @Test
  void store_thatIsBroken_isAskedAgain() {
    ExpiredTokenSweep broken =
        new ExpiredTokenSweep(
            new ForwardingTokenStore(store) {
              @Override
              public int removeExpired(Instant before, int limit) {
                throw new AssertionError("broken");
              }
            },
            AFTER,
            clock,
            planned);
    broken.start(INTERVAL);
    planned.runNext();
    assertThat(planned.delays()).containsExactly(INTERVAL);
    assertThat(logged)
        .containsExactly(
            "WARNING expired tokens cannot be removed now, which will be tried again: broken");
  }

  @Test
  void close_endsTheThread() throws Exception {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    ForwardingTokenStore asked =
        new ForwardingTokenStore(store) {
          @Override
          public int removeExpired(Instant before, int limit) {
            thread.complete(Thread.currentThread());
            return super.removeExpired(before, limit);
          }
        };
    try (ExpiredTokenSweep running = new ExpiredTokenSweep(asked, AFTER, clock)) {
      running.start(Duration.ofMillis(1));
      assertThat(thread.get(10, TimeUnit.SECONDS).isDaemon()).isTrue();
    }
    thread.get().join(TimeUnit.SECONDS.toMillis(10));
    assertThat(thread.get().isAlive()).isFalse();
  }

  private void create(long tokenId, Instant expirationDate) {
    store.create(
        new NewToken(
            tokenId,
            CI,
            TokenDigester.plain().digest(new TokenFormat("lkpat_").generate()),
            NOW.minus(Duration.ofDays(365)),
            expirationDate,
            List.of(),
            Optional.empty()));
  }

  private List<Long> kept(int highestId) {
    List<Long> ids = new ArrayList<>();
    for (long id = 1; id <= highestId; id++) {
      if (store.get(CI, id).isPresent()) {
        ids.add(id);
      }
    }
    return ids;
  }

  /** What is to be run, in its order, by the test. */
  private static final class Planned implements Later {

    private final Deque<Duration> delays = new ArrayDeque<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void run(Duration delay, Runnable task) {
      delays.add(delay);
      tasks.add(task);
    }

    List<Duration> delays() {
      return List.copyOf(delays);
    }

    void runNext() {
      delays.remove();
      tasks.remove().run();
    }

    @Override
    public void close() {
      tasks.clear();
    }
  }

  private static final class Lines extends Handler {

    private final List<String> lines;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord entry) {
      lines.add(entry.getLevel() + " " + new SimpleFormatter().formatMessage(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
