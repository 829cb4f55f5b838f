package io.latchkey.endpoint.protobuf;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;
import java.util.Optional;

/**
 * Reads the fields of a message. Of a field that comes twice the last value counts, but messages
 * are merged, and lists are joined, as the encoding has it. A known field with the wire type of
 * another is refused: to pass it over, as if it were unknown, could lose an expiration date without
 * a word.
 */
final class MessageDecoder {

  private final MessageType<?> type;
  private final WireReader in;
  private final FieldValues values;

  private MessageDecoder(MessageType<?> type, WireReader in, FieldValues values) {
    this.type = type;
    this.in = in;
    this.values = values;
  }

  /** Adds what is read to the values. */
  static void decode(MessageType<?> type, WireReader in, FieldValues values) {
    new MessageDecoder(type, in, values).decode();
  }

  private void decode() {
    while (!in.atEnd()) {
      int tag = in.tag();
      Optional<Field> field = type.field(tag >>> 3);
      if (field.isPresent()) {
        read(field.get(), tag & 7);
      } else {
        in.skip(tag);
      }
    }
  }

  private void read(Field field, int wireType) {
    int own = WireType.of(field.type());
    if (field.repeated() && own == WireType.VARINT && wireType == WireType.LENGTH) {
      WireReader packed = in.block();
      while (!packed.atEnd()) {
        values.add(field, number(field.type(), packed.varint()));
      }
    } else if (wireType != own) {
      throw CallException.malformed(
          "invalid value for field " + field.jsonName() + ": of another wire type");
    } else if (field.repeated()) {
      values.add(field, value(field, Optional.empty()));
    } else {
      values.set(field, value(field, values.find(field, Object.class)));
    }
  }

  /** The value of a field, merged into the one that it had before, if its type is merged. */
  private Object value(Field field, Optional<Object> before) {
    if (WireType.of(field.type()) == WireType.VARINT) {
      return number(field.type(), in.varint());
    }
    WireReader block = in.block();
    if (field.type() instanceof MessageType<?> message) {
      FieldValues merged = before.map(FieldValues.class::cast).orElseGet(FieldValues::new);
      decode(message, block, merged);
      return merged;
    }
    return switch ((Scalar) field.type()) {
      case STRING -> block.text();
      case TIMESTAMP -> Timestamps.read(field, block, before);
      default -> block.rest();
    };
  }

  private static Object number(FieldType type, long bits) {
    if (type == Scalar.UINT64) {
      return bits;
    }
    if (type == Scalar.UINT32) {
      return bits & 0xFFFF_FFFFL;
    }
    return type == Scalar.BOOL ? (Object) (bits != 0) : (Object) (int) bits;
  }
}
