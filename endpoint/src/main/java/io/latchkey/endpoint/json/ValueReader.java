package io.latchkey.endpoint.json;

import io.latchkey.endpoint.json.Json.JsonNumber;
import io.latchkey.endpoint.json.Json.JsonObject;
import io.latchkey.endpoint.json.Json.JsonString;
import io.latchkey.endpoint.json.Json.Literal;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.schema.EnumType;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;

/** Reads one value of a field by the rules of the proto3 JSON mapping. */
final class ValueReader {

  private static final BigInteger MAX_UINT32 =
      BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE);
  private static final BigInteger MAX_UINT64 =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  /** Longer than any number in range; what is longer is not worth the work. */
  private static final int MAX_DIGITS = 40;

  private final Field field;

  private ValueReader(Field field) {
    this.field = field;
  }

  static Object read(Field field, Json value) {
    ValueReader reader = new ValueReader(field);
    if (field.type() instanceof MessageType<?> message) {
      if (value instanceof JsonObject object) {
        return MessageReader.read(message, object);
      }
      throw reader.expected("an object");
    }
    return field.type() instanceof EnumType enumeration
        ? reader.enumeration(enumeration, value)
        : reader.scalar((Scalar) field.type(), value);
  }

  private Object scalar(Scalar type, Json value) {
    return switch (type) {
      case STRING -> text(value);
      case BOOL -> bool(value);
      case UINT32 -> whole(value, BigInteger.ZERO, MAX_UINT32).longValue();
      case UINT64 -> whole(value, BigInteger.ZERO, MAX_UINT64).longValue();
      case INT32 -> int32(value);
      case BYTES -> bytes(text(value));
      case TIMESTAMP ->
          Rfc3339.parse(text(value)).orElseThrow(() -> expected("an RFC 3339 timestamp"));
    };
  }

  private String text(Json value) {
    if (value instanceof JsonString string) {
      return string.text();
    }
    throw expected("a string");
  }

  private Boolean bool(Json value) {
    if (value == Literal.TRUE || value == Literal.FALSE) {
      return value == Literal.TRUE;
    }
    throw expected("true or false");
  }

  /** Standard or URL-safe, with padding or without. */
  private byte[] bytes(String text) {
    try {
      return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      throw expected("base64");
    }
  }

  private Integer enumeration(EnumType type, Json value) {
    if (value instanceof JsonString string) {
      int number = type.names().indexOf(string.text());
      if (number < 0) {
        throw expected("a value of " + type.fullName());
      }
      return number;
    }
    if (value instanceof JsonNumber) {
      return int32(value);
    }
    throw expected("a value of " + type.fullName());
  }

  private Integer int32(Json value) {
    return whole(
            value, BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE))
        .intValue();
  }

  private BigInteger whole(Json value, BigInteger min, BigInteger max) {
    return digits(value)
        .flatMap(ValueReader::whole)
        .filter(number -> number.compareTo(min) >= 0 && number.compareTo(max) <= 0)
        .orElseThrow(() -> expected("a whole number from " + min + " to " + max));
  }

  private static Optional<String> digits(Json value) {
    if (value instanceof JsonNumber number) {
      return Optional.of(number.text());
    }
    return value instanceof JsonString string ? Optional.of(string.text()) : Optional.empty();
  }

  /** {@code 1e2} and {@code 1.0} are whole numbers too. */
  private static Optional<BigInteger> whole(String digits) {
    if (digits.length() > MAX_DIGITS
        || !digits.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(digits).toBigIntegerExact());
    } catch (ArithmeticException notWhole) {
      return Optional.empty();
    }
  }

  private CallException expected(String what) {
    return CallException.malformed(
        "invalid value for field " + field.jsonName() + ": expected " + what);
  }
}
