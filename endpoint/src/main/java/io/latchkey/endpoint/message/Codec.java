package io.latchkey.endpoint.message;

/**
 * Reads and writes messages in one media type.
 *
 * <p>Thread-safe.
 */
public interface Codec {

  /**
   * The media type of what it writes.
   *
   * @return such as {@code application/json}
   */
  String mediaType();

  /**
   * Reads a request.
   *
   * @param body the bytes of the body; may be empty
   * @return the request
   * @throws io.latchkey.endpoint.message.CallException with {@link Code#INVALID_ARGUMENT} if it
   *     cannot be understood
   */
  AddPersonalAccessTokenRequest readAddPersonalAccessTokenRequest(byte[] body);

  /**
   * Writes a response.
   *
   * @param response the response
   * @return the bytes of the body
   */
  byte[] write(AddPersonalAccessTokenResponse response);

  /**
   * Writes an error.
   *
   * @param status the error
   * @return the bytes of the body
   */
  byte[] write(Status status);
}
