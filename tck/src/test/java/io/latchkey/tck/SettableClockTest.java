package io.latchkey.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SettableClockTest {

  private final SettableClock clock = new SettableClock(Instant.EPOCH);

  @Test
  void clock_standsStill() {
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void set_showsThatTime() {
    clock.set(Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void advance_movesBothWays() {
    clock.advance(Duration.ofSeconds(2));
    clock.advance(Duration.ofSeconds(-1));

    assertThat(clock.instant()).isEqualTo(Instant.ofEpochSecond(1));
  }

  @Test
  void withZone_showsTheSameTime() {
    SettableClock other = clock.withZone(ZoneId.of("Europe/Paris"));
    clock.advance(Duration.ofSeconds(1));

    assertThat(other.instant()).isEqualTo(Instant.ofEpochSecond(1));
    assertThat(other.getZone()).isEqualTo(ZoneId.of("Europe/Paris"));
  }
}
