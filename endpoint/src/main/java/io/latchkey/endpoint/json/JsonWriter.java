package io.latchkey.endpoint.json;

import io.latchkey.endpoint.schema.EnumType;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Writes JSON objects, field by field; what is not set, or is the default of its type, is left out.
 */
final class JsonWriter {

  private final StringBuilder out;

  JsonWriter(StringBuilder out) {
    this.out = out;
  }

  void message(MessageType<?> type, FieldValues values) {
    out.append('{');
    boolean first = true;
    for (Field field : type.fields()) {
      List<Object> elements = values.all().getOrDefault(field, List.of());
      if (elements.isEmpty() || (!field.repeated() && isDefault(elements.get(0)))) {
        continue;
      }
      if (!first) {
        out.append(',');
      }
      first = false;
      quote(field.jsonName());
      out.append(':');
      write(field, elements);
    }
    out.append('}');
  }

  /** Of numbers, texts and truths; a message that is set is written, however empty. */
  static boolean isDefault(Object value) {
    return value.equals("") || value.equals(false) || value.equals(0) || value.equals(0L);
  }

  private void write(Field field, List<Object> elements) {
    if (!field.repeated()) {
      value(field.type(), elements.get(0));
      return;
    }
    out.append('[');
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      value(field.type(), elements.get(i));
    }
    out.append(']');
  }

  private void value(FieldType type, Object value) {
    if (type instanceof MessageType<?> message) {
      message(message, (FieldValues) value);
    } else if (type instanceof EnumType enumeration) {
      enumeration(enumeration, (Integer) value);
    } else {
      scalar((FieldType.Scalar) type, value);
    }
  }

  /** A value without a name is written as its number, as protojson does. */
  private void enumeration(EnumType type, int value) {
    if (value >= 0 && value < type.names().size()) {
      quote(type.names().get(value));
    } else {
      out.append(value);
    }
  }

  private void scalar(FieldType.Scalar type, Object value) {
    switch (type) {
      case STRING -> quote((String) value);
      case BOOL, UINT32, INT32 -> out.append(value);
      case UINT64 -> quote(Long.toUnsignedString((Long) value));
      case BYTES -> quote(Base64.getEncoder().encodeToString((byte[]) value));
      case TIMESTAMP -> quote(Rfc3339.format((Instant) value));
    }
  }

  private void quote(String value) {
    quote(out, value);
  }

  static void quote(StringBuilder out, String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (character == '"' || character == '\\') {
        out.append('\\').append(character);
      } else if (character < ' ') {
        out.append(String.format("\\u%04x", (int) character));
      } else {
        out.append(character);
      }
    }
    out.append('"');
  }
}
