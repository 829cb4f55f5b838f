package io.latchkey.endpoint.protocol;

import io.latchkey.endpoint.json.JsonCodec;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.message.Status;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;

/**
 * REST: the body is a message in JSON, and an error is a message {@code google.rpc.Status} under
 * the HTTP status of its code.
 *
 * <p>Thread-safe.
 */
public final class RestJson implements Protocol {

  private final JsonCodec codec = new JsonCodec();

  /** Creates the protocol. */
  public RestJson() {}

  @Override
  public Deadline begin() {
    return Deadline.NONE;
  }

  @Override
  public Codec codec() {
    return codec;
  }

  @Override
  public byte[] read(InputStream body) {
    return RequestBody.read(body, RequestBody.MAX_BYTES, Code.INVALID_ARGUMENT);
  }

  @Override
  public Response success(byte[] message) {
    return response(Response.Status.OK.getStatusCode(), message).build();
  }

  @Override
  public Response failure(Status status, Optional<String> challenge) {
    Response.ResponseBuilder response = error(status.code().httpStatus(), status);
    challenge.ifPresent(value -> response.header(HttpHeaders.WWW_AUTHENTICATE, value));
    return response.build();
  }

  /**
   * An error under another HTTP status than that of its code.
   *
   * @param httpStatus the HTTP status
   * @param status the error
   * @return a response to be built
   */
  public Response.ResponseBuilder error(int httpStatus, Status status) {
    return response(httpStatus, codec.write(Status.JSON_TYPE, status));
  }

  private static Response.ResponseBuilder response(int status, byte[] body) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(body);
  }
}
