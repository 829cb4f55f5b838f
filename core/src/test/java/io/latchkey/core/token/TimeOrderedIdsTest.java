package io.latchkey.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.tck.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeOrderedIdsTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final TimeOrderedIds ids = new TimeOrderedIds(clock);

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01T00:00:00Z", "2050-01-01T00:00:00Z", "2089-01-01T00:00:00Z"})
  void next_has17To19Digits(String now) {
    clock.set(Instant.parse(now));
    assertThat(Long.toString(ids.next())).matches("[1-9][0-9]{16,18}");
  }

  @Test
  void next_risesWithinOneMillisecond() {
    long previous = ids.next();
    for (int i = 0; i < 10_000; i++) {
      long next = ids.next();
      assertThat(next).isGreaterThan(previous);
      previous = next;
    }
  }

  @Test
  void next_risesWithTime() {
    long before = ids.next();
    clock.advance(Duration.ofMillis(1));
    assertThat(ids.next()).isGreaterThan(before);
  }

  @Test
  void next_whenTheClockStepsBack_stillRises() {
    long before = ids.next();
    clock.set(clock.instant().minus(Duration.ofDays(1)));
    assertThat(ids.next()).isGreaterThan(before);
  }

  @Test
  void next_ofTwoNodesInOneMillisecond_differs() {
    Set<Long> seen = ConcurrentHashMap.newKeySet();
    for (int node = 0; node < 20; node++) {
      seen.add(new TimeOrderedIds(clock).next());
    }
    assertThat(seen.size()).isGreaterThan(18);
  }

  @Test
  void next_ofManyThreads_neverRepeats() throws Exception {
    Set<Long> seen = ConcurrentHashMap.newKeySet();
    Callable<Void> task =
        () -> {
          for (int i = 0; i < 10_000; i++) {
            seen.add(ids.next());
          }
          return null;
        };
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      for (var future : pool.invokeAll(List.of(task, task, task, task))) {
        future.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(seen).hasSize(40_000);
  }
}
