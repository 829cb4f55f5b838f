package io.latchkey.endpoint.protocol;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.message.Status;
import io.latchkey.endpoint.protobuf.ProtobufCodec;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * gRPC: one message in the body, and the outcome of the call in trailers behind it. An error has
 * them in the headers, and no body.
 */
final class Grpc implements Protocol {

  private static final ProtobufCodec CODEC = new ProtobufCodec();

  private final String contentType;
  private final HttpHeaders headers;
  private final GrpcFraming framing;
  private final Optional<Consumer<Map<String, String>>> trailers;

  Grpc(String contentType, HttpHeaders headers, Trailers trailers) {
    this.contentType = contentType;
    this.headers = headers;
    this.framing = new GrpcFraming(headers);
    this.trailers = trailers.ofThisRequest();
  }

  /** What cannot be answered must not be done. */
  @Override
  public Deadline begin() {
    sink();
    return Deadline.ofGrpc(headers.getHeaderString("grpc-timeout"));
  }

  @Override
  public Codec codec() {
    return CODEC;
  }

  @Override
  public byte[] read(InputStream body) {
    return framing.read(body);
  }

  @Override
  public Response success(byte[] message) {
    sink().accept(GrpcStatus.OK);
    return framing.response(contentType, message).entity(framing.write(message)).build();
  }

  @Override
  public Response failure(Status status, Optional<String> challenge) {
    Response.ResponseBuilder response = GrpcFraming.response(contentType);
    GrpcStatus.of(status).forEach(response::header);
    return response.build();
  }

  private Consumer<Map<String, String>> sink() {
    return trailers.orElseThrow(
        () ->
            CallException.of(
                Code.UNIMPLEMENTED,
                "no trailers can be sent on this connection, which gRPC needs;"
                    + " use HTTP/2 or gRPC-web"));
  }
}
