package io.latchkey.endpoint.json;

import io.latchkey.endpoint.json.Json.JsonArray;
import io.latchkey.endpoint.json.Json.JsonObject;
import io.latchkey.endpoint.json.Json.Literal;
import io.latchkey.endpoint.json.Json.Member;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the fields of a message by the rules of the proto3 JSON mapping: a field may be written in
 * camelCase or in snake_case, but once only; {@code null} is as good as left out; what is not known
 * is passed over.
 */
final class MessageReader {

  private final MessageType<?> type;
  private final Map<Field, Member> members = new HashMap<>();
  private final FieldValues values = new FieldValues();

  private MessageReader(MessageType<?> type) {
    this.type = type;
  }

  /** The message of a body; an empty body is a message without fields. */
  static FieldValues read(MessageType<?> type, byte[] body) {
    Json value = JsonParser.parse(body).orElse(new JsonObject(List.of()));
    if (value instanceof JsonObject object) {
      return read(type, object);
    }
    throw CallException.malformed("syntax error: expected an object");
  }

  static FieldValues read(MessageType<?> type, JsonObject object) {
    MessageReader reader = new MessageReader(type);
    for (Member member : object.members()) {
      reader.field(member.name()).ifPresent(field -> reader.member(field, member));
    }
    return reader.values;
  }

  private Optional<Field> field(String name) {
    return type.fields().stream()
        .filter(field -> field.jsonName().equals(name) || field.name().equals(name))
        .findFirst();
  }

  private void member(Field field, Member member) {
    if (members.put(field, member) != null) {
      throw at("duplicate field " + field.jsonName(), member);
    }
    if (member.value() == Literal.NULL) {
      return;
    }
    if (field.oneof().isPresent()
        && values.all().keySet().stream().anyMatch(f -> f.oneof().equals(field.oneof()))) {
      throw at("a second field of " + field.oneof().get() + ", " + field.jsonName() + ",", member);
    }
    if (!field.repeated()) {
      values.set(field, ValueReader.read(field, member.value()));
    } else if (member.value() instanceof JsonArray array) {
      array.elements().forEach(element -> values.add(field, ValueReader.read(field, element)));
    } else {
      throw CallException.malformed(
          "invalid value for field " + field.jsonName() + ": expected an array");
    }
  }

  private static CallException at(String problem, Member member) {
    return CallException.malformed(problem + " at character " + (member.position() + 1));
  }
}
