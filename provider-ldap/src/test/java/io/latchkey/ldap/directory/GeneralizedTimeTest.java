package io.latchkey.ldap.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneralizedTimeTest {

  @ParameterizedTest
  @CsvSource({
    "20260102030405Z, 2026-01-02T03:04:05Z",
    "20260102030405.123456Z, 2026-01-02T03:04:05Z",
    "'20260102030405,9Z', 2026-01-02T03:04:05Z",
    "202601020304Z, 2026-01-02T03:04:00Z",
    "2026010203Z, 2026-01-02T03:00:00Z",
    "20260102030405+0130, 2026-01-02T01:34:05Z",
    "20260102030405-05, 2026-01-02T08:04:05Z",
    "20161231235960Z, 2016-12-31T23:59:59Z",
    "19700101000000Z, 1970-01-01T00:00:00Z"
  })
  void parse_ofTime_isTheInstant(String text, Instant instant) {
    assertThat(GeneralizedTime.parse(text)).contains(instant);
  }

  @Test
  void parse_ofYearZero_isBeforeAll() {
    assertThat(GeneralizedTime.parse("000001010000Z").orElseThrow()).isBefore(Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "never",
        "20260102",
        "20260102030405",
        "20261302030405Z",
        "20260230030405Z",
        "20260102250405Z",
        "20260102030461Z",
        "20260102030405+9900",
        "20260102030405z",
        " 20260102030405Z",
        "20260102030405Z ",
        "2026010203040\u0665Z",
        "-0260102030405Z",
        "133800000000000000"
      })
  void parse_ofAnythingElse_isAbsent(String text) {
    assertThat(GeneralizedTime.parse(text)).isEmpty();
  }
}
