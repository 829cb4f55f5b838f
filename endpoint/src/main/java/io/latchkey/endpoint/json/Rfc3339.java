package io.latchkey.endpoint.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Timestamps as the proto3 JSON mapping has them: RFC 3339, upper case T and Z, up to nine fraction
 * digits, no leap seconds, in the years 1 to 9999.
 */
final class Rfc3339 {

  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)"
              + "(?:Z|([+-])([0-9]{2}):([0-9]{2}))");

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private Rfc3339() {}

  /** The instant of a text; absent if it is not of the form or out of range. */
  static Optional<Instant> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || text.startsWith("24", 11)) {
      return Optional.empty();
    }
    try {
      Instant instant =
          LocalDateTime.parse(matcher.group(1))
              .toInstant(ZoneOffset.UTC)
              .minusSeconds(offsetSeconds(matcher));
      return Optional.of(instant).filter(i -> !i.isBefore(FIRST) && i.isBefore(END));
    } catch (DateTimeException e) {
      // A date that does not exist, such as 30 February: java.time has no question to ask first.
      return Optional.empty();
    }
  }

  /** Not {@link ZoneOffset}, which ends at 18 hours: RFC 3339 goes up to 23:59. */
  private static int offsetSeconds(Matcher matcher) {
    if (matcher.group(2) == null) {
      return 0;
    }
    int hours = Integer.parseInt(matcher.group(3));
    int minutes = Integer.parseInt(matcher.group(4));
    if (hours > 23 || minutes > 59) {
      throw new DateTimeException("no such offset");
    }
    int seconds = (hours * 60 + minutes) * 60;
    return matcher.group(2).equals("-") ? -seconds : seconds;
  }

  /**
   * In UTC with Z and 0, 3, 6 or 9 fraction digits, which is what {@link Instant#toString()} writes
   * for these years.
   */
  static String format(Instant instant) {
    return instant.toString();
  }
}
