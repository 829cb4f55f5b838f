package io.latchkey.endpoint.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An enumeration; its values are {@link Integer}s.
 *
 * @param fullName the name with its package, such as {@code zitadel.user.v2.TimestampFilterMethod}
 * @param names the names of the values 0, 1, 2 and so on
 */
public record EnumType(String fullName, List<String> names) implements FieldType {

  /** Takes a copy. */
  public EnumType {
    requireNonNull(fullName, "fullName");
    names = List.copyOf(names);
  }
}
