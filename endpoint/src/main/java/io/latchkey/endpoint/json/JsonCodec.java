package io.latchkey.endpoint.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;

/**
 * Reads and writes the proto3 JSON mapping, {@code application/json}.
 *
 * <p>Thread-safe.
 */
public final class JsonCodec implements Codec {

  /** Creates a codec. */
  public JsonCodec() {}

  @Override
  public <M> M read(MessageType<M> type, byte[] body) {
    return type.read(MessageReader.read(type, body));
  }

  @Override
  public <M> byte[] write(MessageType<M> type, M message) {
    return write(type, type.write(message)).getBytes(UTF_8);
  }

  /**
   * Writes the fields of a message.
   *
   * @param type its type
   * @param values the values of its fields
   * @return the text of a JSON object
   */
  public static String write(MessageType<?> type, FieldValues values) {
    StringBuilder out = new StringBuilder(256);
    new JsonWriter(out).message(type, values);
    return out.toString();
  }
}
