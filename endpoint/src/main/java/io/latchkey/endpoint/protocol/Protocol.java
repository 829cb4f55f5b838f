package io.latchkey.endpoint.protocol;

import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.message.Status;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * One way of a call over HTTP, for one request.
 *
 * <p>Thread-safe.
 */
public interface Protocol {

  /**
   * How messages are encoded.
   *
   * @return the codec
   */
  Codec codec();

  /**
   * Takes the message out of the body of a request.
   *
   * @param body the body
   * @return the bytes of the message
   * @throws io.latchkey.endpoint.message.CallException if the body is not of the form
   */
  byte[] unwrap(byte[] body);

  /**
   * Puts a message into a response.
   *
   * @param message the bytes of the message
   * @return the response
   */
  Response success(byte[] message);

  /**
   * Puts an error into a response.
   *
   * @param status the error
   * @param challenge the value of {@code WWW-Authenticate}; absent if the caller is known
   * @return the response
   */
  Response failure(Status status, Optional<String> challenge);
}
