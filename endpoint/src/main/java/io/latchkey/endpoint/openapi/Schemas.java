package io.latchkey.endpoint.openapi;

import io.latchkey.endpoint.schema.EnumType;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The schemas of messages as JSON has them, each under its full name. */
final class Schemas {

  private final SortedMap<String, Object> schemas = new TreeMap<>();

  /** A reference to the schema of a message, which is described if it is not yet. */
  Map<String, Object> reference(MessageType<?> type) {
    String name = type.fullName();
    if (!schemas.containsKey(name)) {
      schemas.put(name, Map.of());
      Map<String, Object> properties = new LinkedHashMap<>();
      for (Field field : type.fields()) {
        Map<String, Object> schema = schema(field.type());
        properties.put(
            field.jsonName(), field.repeated() ? Map.of("type", "array", "items", schema) : schema);
      }
      schemas.put(name, Map.of("type", "object", "properties", properties));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> schema(FieldType type) {
    if (type instanceof MessageType<?> message) {
      return reference(message);
    }
    return type instanceof EnumType enumeration
        ? Map.of("type", "string", "enum", enumeration.names())
        : scalar((Scalar) type);
  }

  static Map<String, Object> scalar(Scalar type) {
    return switch (type) {
      case STRING -> Map.of("type", "string");
      case BOOL -> Map.of("type", "boolean");
      case UINT32 -> Map.of("type", "integer", "minimum", 0, "maximum", 4294967295L);
      case UINT64 -> Map.of("type", "string", "format", "uint64");
      case INT32 -> Map.of("type", "integer", "format", "int32");
      case BYTES -> Map.of("type", "string", "contentEncoding", "base64");
      case TIMESTAMP -> Map.of("type", "string", "format", "date-time");
    };
  }

  /** All that were referred to. */
  SortedMap<String, Object> all() {
    return schemas;
  }
}
