package io.latchkey.endpoint.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T12:00:00Z,2026-11-23T12:00:00Z",
    "2026-11-23T12:00:00.5Z,2026-11-23T12:00:00.500Z",
    "2026-11-23T12:00:00.123456789Z,2026-11-23T12:00:00.123456789Z",
    "2026-11-23T12:00:00+00:00,2026-11-23T12:00:00Z",
    "2026-11-23T12:00:00-00:00,2026-11-23T12:00:00Z",
    "2026-11-23T12:00:00+05:30,2026-11-23T06:30:00Z",
    "2026-11-23T12:00:00-23:59,2026-11-24T11:59:00Z",
    "2024-02-29T00:00:00Z,2024-02-29T00:00:00Z",
    "0001-01-01T00:00:00Z,0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z,9999-12-31T23:59:59.999999999Z",
    "9999-12-31T23:59:59-00:00,9999-12-31T23:59:59Z"
  })
  void parse_ofATimestamp_isItsInstant(String text, String expected) {
    assertThat(Rfc3339.parse(text)).contains(Instant.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-23",
        "2026-11-23T12:00Z",
        "2026-11-23T12:00:00",
        "2026-11-23 12:00:00Z",
        "2026-11-23t12:00:00Z",
        "2026-11-23T12:00:00z",
        " 2026-11-23T12:00:00Z",
        "2026-11-23T12:00:00Z ",
        "2026-11-23T12:00:00.Z",
        "2026-11-23T12:00:00,5Z",
        "2026-11-23T12:00:00.1234567890Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T12:60:00Z",
        "2026-11-23T12:00:60Z",
        "2026-02-29T12:00:00Z",
        "2026-02-30T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-00-01T12:00:00Z",
        "2026-11-23T12:00:00+24:00",
        "2026-11-23T12:00:00+01:60",
        "2026-11-23T12:00:00+0100",
        "2026-11-23T12:00:00+1:00",
        "0000-12-31T23:59:59Z",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "٢٠٢٦-11-23T12:00:00Z"
      })
  void parse_ofAnythingElse_isNothing(String text) {
    assertThat(Rfc3339.parse(text)).isEmpty();
  }

  @Test
  void format_has0Or3Or6Or9FractionDigits() {
    Instant second = Instant.parse("2026-11-23T12:00:00Z");
    assertThat(Rfc3339.format(second)).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(Rfc3339.format(second.plusNanos(500_000_000))).isEqualTo("2026-11-23T12:00:00.500Z");
    assertThat(Rfc3339.format(second.plusNanos(1_000))).isEqualTo("2026-11-23T12:00:00.000001Z");
    assertThat(Rfc3339.format(second.plusNanos(1))).isEqualTo("2026-11-23T12:00:00.000000001Z");
    assertThat(Rfc3339.format(Instant.parse("0001-01-01T00:00:00Z")))
        .isEqualTo("0001-01-01T00:00:00Z");
  }
}
