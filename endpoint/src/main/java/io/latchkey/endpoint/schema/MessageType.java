package io.latchkey.endpoint.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A message: its name, its fields, and how it becomes a value of Java and back.
 *
 * <p>Immutable, and thread-safe with it.
 *
 * @param <M> the Java type of its values
 */
public final class MessageType<M> implements FieldType {

  private final String fullName;
  private final List<Field> fields;
  private final Function<FieldValues, M> reader;
  private final BiConsumer<M, FieldValues> writer;

  /**
   * Creates a message type.
   *
   * @param fullName the name with its package, such as {@code zitadel.v1.ObjectDetails}
   * @param fields its fields, in the order in which they are written; copied
   * @param reader makes a value; throws {@link io.latchkey.endpoint.message.CallException} for
   *     values that the message may not have
   * @param writer sets the fields of a value
   */
  public MessageType(
      String fullName,
      List<Field> fields,
      Function<FieldValues, M> reader,
      BiConsumer<M, FieldValues> writer) {
    this.fullName = requireNonNull(fullName, "fullName");
    this.fields = List.copyOf(fields);
    this.reader = requireNonNull(reader, "reader");
    this.writer = requireNonNull(writer, "writer");
  }

  /**
   * Its name with its package.
   *
   * @return such as {@code zitadel.v1.ObjectDetails}
   */
  public String fullName() {
    return fullName;
  }

  /**
   * Its fields.
   *
   * @return the fields, in the order in which they are written
   */
  public List<Field> fields() {
    return fields;
  }

  /**
   * The field with a number.
   *
   * @param number the number on the wire
   * @return the field; absent if there is none, which is no error
   */
  public Optional<Field> field(int number) {
    return fields.stream().filter(field -> field.number() == number).findFirst();
  }

  /**
   * Makes a value.
   *
   * @param values the values of the fields
   * @return the message
   */
  public M read(FieldValues values) {
    return reader.apply(values);
  }

  /**
   * Takes a value apart.
   *
   * @param message the message
   * @return the values of its fields
   */
  public FieldValues write(M message) {
    FieldValues values = new FieldValues();
    writer.accept(message, values);
    return values;
  }
}
