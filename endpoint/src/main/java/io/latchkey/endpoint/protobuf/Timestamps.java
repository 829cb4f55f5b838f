package io.latchkey.endpoint.protobuf;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code google.protobuf.Timestamp}: seconds and nanoseconds since 1970, in the years 1 to 9999.
 */
final class Timestamps {

  /** The bits of an int64 are those of a uint64. */
  private static final Field SECONDS = Field.of(1, "seconds", Scalar.UINT64);

  private static final Field NANOS = Field.of(2, "nanos", Scalar.INT32);

  private static final MessageType<Instant> TYPE =
      new MessageType<>(
          "google.protobuf.Timestamp",
          List.of(SECONDS, NANOS),
          values -> Instant.ofEpochSecond(values.number(SECONDS), values.number(NANOS)),
          (instant, values) ->
              values.set(SECONDS, instant.getEpochSecond()).set(NANOS, instant.getNano()));

  private static final long MIN_SECONDS = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long MAX_SECONDS = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
  private static final int MAX_NANOS = 999_999_999;

  private Timestamps() {}

  /** Merged into the one before, as a message is. */
  static Instant read(Field field, WireReader in, Optional<Object> before) {
    FieldValues values =
        before.map(Instant.class::cast).map(TYPE::write).orElseGet(FieldValues::new);
    MessageDecoder.decode(TYPE, in, values);
    long seconds = values.number(SECONDS);
    long nanos = values.number(NANOS);
    if (seconds < MIN_SECONDS || seconds > MAX_SECONDS || nanos < 0 || nanos > MAX_NANOS) {
      throw CallException.malformed(
          "invalid value for field " + field.jsonName() + ": not in the years 1 to 9999");
    }
    return TYPE.read(values);
  }

  static byte[] write(Instant instant) {
    return ProtobufCodec.encode(TYPE, TYPE.write(instant));
  }
}
