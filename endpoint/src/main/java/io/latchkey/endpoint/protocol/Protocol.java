package io.latchkey.endpoint.protocol;

import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.message.Status;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;

/**
 * One way of a call over HTTP, for one request: it knows the request's headers.
 *
 * <p>Thread-safe.
 */
public interface Protocol {

  /**
   * Begins the call.
   *
   * @return the time by which the call must have been made
   * @throws io.latchkey.endpoint.message.CallException if the call cannot be made in this way: the
   *     headers are wrong, or there is no way to answer it
   */
  Deadline begin();

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
   * @throws io.latchkey.endpoint.message.CallException if the body is not of the form, or too large
   */
  byte[] read(InputStream body);

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
