package io.latchkey.endpoint.schema;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of a message's fields, while it is read or written. A value that is the default of its
 * type (an empty text, false, zero) is as good as not set, as proto3 has it.
 *
 * <p>Not thread-safe.
 */
public final class FieldValues {

  private final Map<Field, List<Object>> values = new LinkedHashMap<>();

  /** Creates it without a value. */
  public FieldValues() {}

  /**
   * Sets a field, in place of the value that it had and of the other fields of its group.
   *
   * @param field the field
   * @param value the value, of the field's type: for a message the values of its fields; null
   *     leaves it unset
   * @return this
   */
  public FieldValues set(Field field, @Nullable Object value) {
    if (value != null) {
      field
          .oneof()
          .ifPresent(group -> values.keySet().removeIf(f -> f.oneof().equals(field.oneof())));
      List<Object> one = new ArrayList<>();
      one.add(value);
      values.put(field, one);
    }
    return this;
  }

  /**
   * Adds an element to a field that is a list.
   *
   * @param field the field
   * @param value the element
   * @return this
   */
  public FieldValues add(Field field, Object value) {
    values.computeIfAbsent(field, f -> new ArrayList<>()).add(value);
    return this;
  }

  /**
   * Adds elements to a field that is a list.
   *
   * @param field the field
   * @param elements the elements
   * @return this
   */
  public FieldValues addAll(Field field, List<?> elements) {
    elements.forEach(element -> add(field, element));
    return this;
  }

  /**
   * What is set, in the order in which it was set.
   *
   * @return the values by field
   */
  public Map<Field, List<Object>> all() {
    return Collections.unmodifiableMap(values);
  }

  /**
   * Whether a field is set.
   *
   * @param field the field
   * @return true if it is
   */
  public boolean has(Field field) {
    return values.containsKey(field);
  }

  /**
   * The elements of a field.
   *
   * @param field the field
   * @param type their Java type
   * @param <T> their Java type
   * @return the elements; none if the field is not set
   */
  public <T> List<T> list(Field field, Class<T> type) {
    return values.getOrDefault(field, List.of()).stream().map(type::cast).toList();
  }

  /**
   * The value of a field.
   *
   * @param field the field
   * @param type its Java type
   * @param <T> its Java type
   * @return the value; absent if the field is not set
   */
  public <T> Optional<T> find(Field field, Class<T> type) {
    return list(field, type).stream().findFirst();
  }

  /**
   * The message of a field.
   *
   * @param field the field
   * @param type the type of the message
   * @param <M> its Java type
   * @return the message; absent if the field is not set
   */
  public <M> Optional<M> message(Field field, MessageType<M> type) {
    return find(field, FieldValues.class).map(type::read);
  }

  /**
   * The messages of a field that is a list.
   *
   * @param field the field
   * @param type the type of the messages
   * @param <M> their Java type
   * @return the messages; none if the field is not set
   */
  public <M> List<M> messages(Field field, MessageType<M> type) {
    return list(field, FieldValues.class).stream().map(type::read).toList();
  }

  /**
   * The text of a field.
   *
   * @param field the field
   * @return the text; empty if the field is not set
   */
  public String text(Field field) {
    return find(field, String.class).orElse("");
  }

  /**
   * The instant of a field.
   *
   * @param field the field
   * @return the instant; absent if the field is not set
   */
  public Optional<Instant> instant(Field field) {
    return find(field, Instant.class);
  }

  /**
   * The number of a field.
   *
   * @param field the field
   * @return the number; 0 if the field is not set
   */
  public long number(Field field) {
    return find(field, Number.class).map(Number::longValue).orElse(0L);
  }

  /**
   * The truth of a field.
   *
   * @param field the field
   * @return false if the field is not set
   */
  public boolean flag(Field field) {
    return find(field, Boolean.class).orElse(false);
  }
}
