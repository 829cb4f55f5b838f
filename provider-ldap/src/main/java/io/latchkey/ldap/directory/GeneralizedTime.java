package io.latchkey.ldap.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time in a directory (<a href="https://www.rfc-editor.org/rfc/rfc4517#section-3.3.13">RFC 4517
 * §3.3.13</a>). Parts of a second are left out.
 */
final class GeneralizedTime {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:[.,]\\d+)?)?)?"
              + "(?:Z|([+-]\\d{2})(\\d{2})?)");

  private GeneralizedTime() {}

  /** The instant; absent if the text is of another form. */
  static Optional<Instant> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
                  number(form, 1),
                  number(form, 2),
                  number(form, 3),
                  number(form, 4),
                  number(form, 5),
                  seconds(form))
              .toInstant(offset(form)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A leap second is the second before it. */
  private static int seconds(Matcher form) {
    int seconds = number(form, 6);
    return seconds == 60 ? 59 : seconds;
  }

  private static ZoneOffset offset(Matcher form) {
    String hours = form.group(7);
    return hours == null
        ? ZoneOffset.UTC
        : ZoneOffset.of(hours + ":" + (form.group(8) == null ? "00" : form.group(8)));
  }

  private static int number(Matcher form, int group) {
    String digits = form.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
