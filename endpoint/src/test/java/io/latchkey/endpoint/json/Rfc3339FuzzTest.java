package io.latchkey.endpoint.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.Seeds;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.protobuf.ProtobufCodec;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A timestamp in JSON is what the numbers in it say, reckoned without the parser of java.time; in
 * protobuf it is in the years 1 to 9999; and it goes through both encodings unchanged.
 */
class Rfc3339FuzzTest {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?"
              + "(?:Z|([+-])(\\d\\d):(\\d\\d))");

  private static final long FIRST_SECOND = -62_135_596_800L;
  private static final long LAST_SECOND = 253_402_300_799L;

  private static final Field FIELD = Field.of(1, "at", Scalar.TIMESTAMP);
  private static final MessageType<Instant> MESSAGE =
      new MessageType<>(
          "At",
          List.of(FIELD),
          values -> values.instant(FIELD).orElseThrow(),
          (instant, values) -> values.set(FIELD, instant));

  private static final Codec JSON = new JsonCodec();
  private static final Codec PROTOBUF = new ProtobufCodec();

  static List<Path> seeds() {
    return Seeds.of(Rfc3339FuzzTest.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seed_isTakenForWhatItIs(Path seed) {
    Seeds.check(seed, Rfc3339FuzzTest::accepts);
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] input) {
    accepts(input);
  }

  private static boolean accepts(byte[] input) {
    readAsProtobuf(input);
    String text = new String(input, UTF_8);
    Optional<Instant> instant = Rfc3339.parse(text);
    assertThat(instant).isEqualTo(reckoned(text));
    instant.ifPresent(Rfc3339FuzzTest::goesThroughUnchanged);
    return instant.isPresent();
  }

  private static void readAsProtobuf(byte[] input) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write((1 << 3) | 2);
    for (int left = input.length; ; left >>>= 7) {
      if (left < 0x80) {
        message.write(left);
        break;
      }
      message.write((left & 0x7F) | 0x80);
    }
    message.writeBytes(input);
    try {
      goesThroughUnchanged(PROTOBUF.read(MESSAGE, message.toByteArray()));
    } catch (CallException e) {
      assertThat(e.status().code()).isEqualTo(Code.INVALID_ARGUMENT);
    }
  }

  private static void goesThroughUnchanged(Instant instant) {
    assertThat(instant.getEpochSecond()).isBetween(FIRST_SECOND, LAST_SECOND);
    String text = Rfc3339.format(instant);
    assertThat(Rfc3339.parse(text)).contains(instant);
    assertThat(reckoned(text)).contains(instant);
    assertThat(JSON.read(MESSAGE, JSON.write(MESSAGE, instant))).isEqualTo(instant);
    assertThat(PROTOBUF.read(MESSAGE, PROTOBUF.write(MESSAGE, instant))).isEqualTo(instant);
  }

  private static Optional<Instant> reckoned(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int year = number(form, 1);
    int month = number(form, 2);
    int day = number(form, 3);
    int[] time = {number(form, 4), number(form, 5), number(form, 6)};
    int[] offset = {number(form, 9), number(form, 10)};
    if (month < 1 || month > 12 || !YearMonth.of(year, month).isValidDay(day)) {
      return Optional.empty();
    }
    if (time[0] > 23 || time[1] > 59 || time[2] > 59 || offset[0] > 23 || offset[1] > 59) {
      return Optional.empty();
    }
    long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400;
    seconds += time[0] * 3_600L + time[1] * 60L + time[2];
    seconds += (offset[0] * 3_600L + offset[1] * 60L) * ("-".equals(form.group(8)) ? 1 : -1);
    if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
      return Optional.empty();
    }
    String fraction = form.group(7) == null ? "" : form.group(7);
    int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
    return Optional.of(Instant.ofEpochSecond(seconds, nanos));
  }

  private static int number(Matcher form, int group) {
    return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
  }
}
