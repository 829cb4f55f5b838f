package io.latchkey.endpoint.message;

import io.latchkey.endpoint.schema.MessageType;

/**
 * Reads and writes messages in one encoding.
 *
 * <p>Thread-safe.
 */
public interface Codec {

  /**
   * Reads a message.
   *
   * @param type its type
   * @param body the bytes of the message; may be empty, which is a message without fields
   * @param <M> its Java type
   * @return the message
   * @throws CallException with {@link Code#INVALID_ARGUMENT} if it cannot be understood
   */
  <M> M read(MessageType<M> type, byte[] body);

  /**
   * Writes a message.
   *
   * @param type its type
   * @param message the message
   * @param <M> its Java type
   * @return the bytes of the message
   */
  <M> byte[] write(MessageType<M> type, M message);
}
