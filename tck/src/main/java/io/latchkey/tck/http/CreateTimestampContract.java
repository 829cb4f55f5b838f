package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.MACHINE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The timestamps of section 2.3: RFC 3339 as the JSON mapping of proto3 narrows it. */
public abstract class CreateTimestampContract extends EndpointTopic {

  /** For implementers. */
  protected CreateTimestampContract() {}

  @TestFactory
  public final Stream<DynamicTest> timestamp_thatIsWellFormed_isAccepted() {
    return each(
        List.of(
            "2999-01-01T00:00:00Z",
            "2999-01-01T00:00:00.123Z",
            "2999-01-01T00:00:00.123456Z",
            "2999-01-01T00:00:00.123456789Z",
            "2999-01-01T00:00:00+00:00",
            "2999-01-01T00:00:00-00:00",
            "2999-01-01T00:00:00+14:00",
            "2999-01-01T00:00:00-12:00",
            "2999-01-01T00:00:00.123+05:30",
            "2996-02-29T23:59:59Z",
            "9999-12-31T23:59:59Z",
            "9999-12-31T23:59:59.999999999Z",
            "0001-01-01T00:00:00Z"),
        text -> create(MACHINE).expiring(text).send().created());
  }

  @TestFactory
  public final Stream<DynamicTest> timestamp_inAnyPrecision_isRead() {
    return each(
        List.of(
            "2001-01-01T00:00:00Z",
            "2001-01-01T00:00:00.123Z",
            "2001-01-01T00:00:00.123456Z",
            "2001-01-01T00:00:00.123456789Z",
            "1969-12-31T23:59:59.999999999Z"),
        text -> create(MACHINE).expiring(text).send().refused(Outcome.EXPIRED_BEFORE_NOW));
  }

  @Test
  public final void timestamp_withOffset_isThatInstant() {
    Instant now = host.now().truncatedTo(ChronoUnit.SECONDS);
    ZoneOffset east = ZoneOffset.ofHours(2);
    ZoneOffset west = ZoneOffset.ofHours(-2);
    Instant past = now.minus(1, ChronoUnit.HOURS);
    Instant future = now.plus(1, ChronoUnit.HOURS);

    create(MACHINE).expiring(text(past, east)).send().refused(Outcome.EXPIRED_BEFORE_NOW);
    create(MACHINE).expiring(text(past, west)).send().refused(Outcome.EXPIRED_BEFORE_NOW);
    create(MACHINE).expiring(text(future, east)).send().created();
    create(MACHINE).expiring(text(future, west)).send().created();
  }

  @TestFactory
  public final Stream<DynamicTest> timestamp_thatIsMalformed_isRefused() {
    return each(
        List.of(
            "",
            " ",
            "tomorrow",
            "2999-01-01",
            "2999-01-01T00:00:00",
            "2999-01-01T00:00Z",
            "2999-01-01 00:00:00Z",
            "2999-01-01t00:00:00Z",
            "2999-01-01T00:00:00z",
            "2999-01-01T00:00:00.Z",
            "2999-01-01T00:00:00+0200",
            "2999-01-01T00:00:00+02",
            "2999-01-01T00:00:00+02:00Z",
            "2999-01-01T00:00:00Z ",
            " 2999-01-01T00:00:00Z",
            "2999-1-1T00:00:00Z",
            "29990101T000000Z",
            "2999-001T00:00:00Z",
            "2999-W01-1T00:00:00Z",
            "-2999-01-01T00:00:00Z",
            "+2999-01-01T00:00:00Z",
            "4102444800",
            "2\u0669\u0669\u0669-01-01T00:00:00Z"),
        text -> create(MACHINE).expiring(text).send().refusedByDecoder());
  }

  @TestFactory
  public final Stream<DynamicTest> timestamp_thatIsNowhere_isRefused() {
    return each(
        List.of(
            "0000-01-01T00:00:00Z",
            "0000-12-31T23:59:59Z",
            "0001-01-01T00:00:00+01:00",
            "9999-12-31T23:59:59-01:00",
            "10000-01-01T00:00:00Z",
            "+10000-01-01T00:00:00Z",
            "2999-00-01T00:00:00Z",
            "2999-13-01T00:00:00Z",
            "2999-01-00T00:00:00Z",
            "2999-01-32T00:00:00Z",
            "2999-02-29T00:00:00Z",
            "2999-02-30T00:00:00Z",
            "2999-04-31T00:00:00Z",
            "2999-01-01T24:00:00Z",
            "2999-01-01T00:60:00Z",
            "2999-01-01T00:00:60Z",
            "2016-12-31T23:59:60Z"),
        text -> create(MACHINE).expiring(text).send().refusedByDecoder());
  }

  @TestFactory
  public final Stream<DynamicTest> timestamp_thatIsNoText_isRefused() {
    return each(
        List.of(
            "32472144000",
            "0",
            "-1",
            "1.5",
            "true",
            "false",
            "[]",
            "{}",
            "{\"seconds\":1}",
            "[\"2999-01-01T00:00:00Z\"]"),
        value ->
            create(MACHINE).body("{\"expirationDate\":" + value + "}").send().refusedByDecoder());
  }

  private static String text(Instant instant, ZoneOffset offset) {
    return instant.atOffset(offset).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
