package io.latchkey.endpoint.protobuf;

import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;

/**
 * Reads and writes the binary encoding of Protocol Buffers. Reading is strict: what a message must
 * not be is refused and never guessed, with two exceptions that the encoding asks for: unknown
 * fields are passed over, and numbers that are too large for their type are cut off.
 *
 * <p>Thread-safe.
 */
public final class ProtobufCodec implements Codec {

  /** Creates a codec. */
  public ProtobufCodec() {}

  @Override
  public <M> M read(MessageType<M> type, byte[] body) {
    return type.read(decode(type, body));
  }

  @Override
  public <M> byte[] write(MessageType<M> type, M message) {
    return encode(type, type.write(message));
  }

  static FieldValues decode(MessageType<?> type, byte[] body) {
    FieldValues values = new FieldValues();
    MessageDecoder.decode(type, new WireReader(body), values);
    return values;
  }

  static byte[] encode(MessageType<?> type, FieldValues values) {
    WireWriter out = new WireWriter();
    MessageEncoder.encode(type, values, out);
    return out.bytes();
  }
}
