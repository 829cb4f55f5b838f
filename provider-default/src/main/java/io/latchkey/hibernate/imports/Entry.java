package io.latchkey.hibernate.imports;

import io.latchkey.hibernate.imports.Json.ArrayValue;
import io.latchkey.hibernate.imports.Json.Field;
import io.latchkey.hibernate.imports.Json.ObjectValue;
import io.latchkey.hibernate.imports.Json.TextValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One object of the file: gives its fields, or says what is wrong with them. */
final class Entry {

  private static final int MAX_LENGTH = 200;

  private final String what;
  private final ObjectValue object;

  /**
   * Refuses what is not an object, and fields that it may not have.
   *
   * @param what what the object is, with its article, such as {@code a user}
   */
  Entry(String what, Json json, List<String> names) {
    if (!(json instanceof ObjectValue value)) {
      throw new InvalidFile(json.at(), "%s must be an object, not %s".formatted(what, json.kind()));
    }
    this.what = what;
    this.object = value;
    for (Map.Entry<String, Field> field : value.fields().entrySet()) {
      if (!names.contains(field.getKey())) {
        throw new InvalidFile(
            field.getValue().nameAt(),
            "\"%s\" is not a field of %s; %s"
                .formatted(field.getKey(), what, NearestName.hint(field.getKey(), names)));
      }
    }
  }

  Position at() {
    return object.at();
  }

  Located<String> text(String name) {
    return optionalText(name)
        .orElseThrow(() -> new InvalidFile(at(), "%s must have \"%s\"".formatted(what, name)));
  }

  Optional<Located<String>> optionalText(String name) {
    return Optional.ofNullable(object.fields().get(name))
        .map(field -> text("the field \"" + name + "\"", field.value()));
  }

  /** The texts of an array that must be there. */
  List<Located<String>> texts(String name) {
    if (!object.fields().containsKey(name)) {
      throw new InvalidFile(at(), "%s must have \"%s\"".formatted(what, name));
    }
    return values(name).stream().map(json -> text("a value of \"" + name + "\"", json)).toList();
  }

  /** The values of an array; none if it is left out. */
  List<Json> values(String name) {
    Field field = object.fields().get(name);
    if (field == null) {
      return List.of();
    }
    if (field.value() instanceof ArrayValue array) {
      return array.values();
    }
    throw new InvalidFile(
        field.value().at(),
        "the field \"%s\" must be an array, not %s".formatted(name, field.value().kind()));
  }

  private static Located<String> text(String subject, Json json) {
    if (!(json instanceof TextValue value)) {
      throw new InvalidFile(json.at(), subject + " must be a text, not " + json.kind());
    }
    int length = value.text().length();
    if (length < 1 || length > MAX_LENGTH) {
      throw new InvalidFile(
          json.at(),
          "%s must have 1 to %d characters, not %d".formatted(subject, MAX_LENGTH, length));
    }
    return new Located<>(value.text(), json.at());
  }
}
