package io.latchkey.endpoint.protobuf;

import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Writes the fields of a message in the order of its type; what is not set, or is the default of
 * its type, is left out.
 */
final class MessageEncoder {

  private MessageEncoder() {}

  static void encode(MessageType<?> type, FieldValues values, WireWriter out) {
    for (Field field : type.fields()) {
      List<Object> elements = values.all().getOrDefault(field, List.of());
      if (field.repeated() && WireType.of(field.type()) == WireType.VARINT) {
        packed(field, elements, out);
      } else if (field.repeated()) {
        elements.forEach(element -> field(field, element, out));
      } else if (!elements.isEmpty() && !isDefault(elements.get(0))) {
        field(field, elements.get(0), out);
      }
    }
  }

  private static void packed(Field field, List<Object> elements, WireWriter out) {
    if (!elements.isEmpty()) {
      WireWriter packed = new WireWriter();
      elements.forEach(element -> packed.varint(bits(element)));
      out.tag(field.number(), WireType.LENGTH).block(packed.bytes());
    }
  }

  private static void field(Field field, Object value, WireWriter out) {
    int wireType = WireType.of(field.type());
    out.tag(field.number(), wireType);
    if (wireType == WireType.VARINT) {
      out.varint(bits(value));
    } else {
      out.block(block(field, value));
    }
  }

  private static byte[] block(Field field, Object value) {
    if (field.type() instanceof MessageType<?> message) {
      WireWriter nested = new WireWriter();
      encode(message, (FieldValues) value, nested);
      return nested.bytes();
    }
    return switch ((Scalar) field.type()) {
      case STRING -> ((String) value).getBytes(StandardCharsets.UTF_8);
      case TIMESTAMP -> Timestamps.write((Instant) value);
      default -> (byte[]) value;
    };
  }

  private static long bits(Object value) {
    return value instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) value).longValue();
  }

  private static boolean isDefault(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.length == 0;
    }
    return value.equals("") || value.equals(false) || value.equals(0) || value.equals(0L);
  }
}
