package io.latchkey.endpoint.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One field of a message.
 *
 * @param number its number on the wire, 1 or more
 * @param name its name in the {@code .proto}, in snake_case
 * @param jsonName its name in JSON, in camelCase
 * @param type its type
 * @param repeated whether it is a list
 * @param oneof the name of the group of fields of which one may be set; absent for a field of its
 *     own
 */
public record Field(
    int number,
    String name,
    String jsonName,
    FieldType type,
    boolean repeated,
    Optional<String> oneof) {

  /** Refuses a null component. */
  public Field {
    requireNonNull(name, "name");
    requireNonNull(jsonName, "jsonName");
    requireNonNull(type, "type");
    requireNonNull(oneof, "oneof");
  }

  /**
   * A field that is there or not.
   *
   * @param number its number
   * @param name its name in snake_case
   * @param type its type
   * @return a field
   */
  public static Field of(int number, String name, FieldType type) {
    return new Field(number, name, camelCase(name), type, false, Optional.empty());
  }

  /**
   * A field that is a list.
   *
   * @param number its number
   * @param name its name in snake_case
   * @param type the type of its elements
   * @return a field
   */
  public static Field listOf(int number, String name, FieldType type) {
    return new Field(number, name, camelCase(name), type, true, Optional.empty());
  }

  /**
   * The same field as one of a group of which one may be set.
   *
   * @param group the name of the group
   * @return a field
   */
  public Field in(String group) {
    return new Field(number, name, jsonName, type, repeated, Optional.of(group));
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char character = name.charAt(i);
      if (character == '_') {
        i++;
        camel.append(Character.toUpperCase(name.charAt(i)));
      } else {
        camel.append(character);
      }
    }
    return camel.toString();
  }
}
