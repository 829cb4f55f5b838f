package io.latchkey.endpoint.protocol;

import io.latchkey.endpoint.json.JsonCodec;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.message.Status;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Connect protocol for unary calls: the body is the bare message, and an error is JSON under
 * the HTTP status of its code.
 */
final class ConnectUnary implements Protocol {

  private static final JsonCodec JSON = new JsonCodec();

  private final String contentType;
  private final Codec codec;
  private final HttpHeaders headers;

  ConnectUnary(String contentType, Codec codec, HttpHeaders headers) {
    this.contentType = contentType;
    this.codec = codec;
    this.headers = headers;
  }

  @Override
  public Deadline begin() {
    @Nullable String version = headers.getHeaderString("Connect-Protocol-Version");
    if (version != null && !version.equals("1")) {
      throw CallException.malformed("the header Connect-Protocol-Version must be 1");
    }
    return Deadline.ofConnect(headers.getHeaderString("Connect-Timeout-Ms"));
  }

  @Override
  public Codec codec() {
    return codec;
  }

  @Override
  public byte[] read(InputStream body) {
    byte[] bytes = RequestBody.read(body, RequestBody.MAX_BYTES, Code.RESOURCE_EXHAUSTED);
    @Nullable String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding == null || encoding.equals(Gzip.IDENTITY)) {
      return bytes;
    }
    if (encoding.equals(Gzip.NAME)) {
      return RequestBody.unzip(bytes);
    }
    throw CallException.of(
        Code.UNIMPLEMENTED, "the message is packed in a way other than " + Gzip.NAME);
  }

  @Override
  public Response success(byte[] message) {
    Response.ResponseBuilder response = response(Response.Status.OK.getStatusCode(), contentType);
    return Gzip.pays(message, headers, HttpHeaders.ACCEPT_ENCODING)
        ? response
            .header(HttpHeaders.CONTENT_ENCODING, Gzip.NAME)
            .entity(Gzip.pack(message))
            .build()
        : response.entity(message).build();
  }

  @Override
  public Response failure(Status status, Optional<String> challenge) {
    Response.ResponseBuilder response =
        response(status.code().httpStatus(), MediaType.APPLICATION_JSON)
            .entity(JSON.write(ConnectError.TYPE, status));
    challenge.ifPresent(value -> response.header(HttpHeaders.WWW_AUTHENTICATE, value));
    return response.build();
  }

  private static Response.ResponseBuilder response(int status, String contentType) {
    return Response.status(status)
        .header(HttpHeaders.CONTENT_TYPE, contentType)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
