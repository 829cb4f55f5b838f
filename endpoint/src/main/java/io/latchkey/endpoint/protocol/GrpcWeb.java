package io.latchkey.endpoint.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.message.Status;
import io.latchkey.endpoint.protobuf.ProtobufCodec;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * gRPC-web: as gRPC, but what would be in trailers is a second frame of the body. The text form is
 * the same in base64.
 */
final class GrpcWeb implements Protocol {

  private static final ProtobufCodec CODEC = new ProtobufCodec();

  private static final int TRAILERS = 0x80;

  /** Base64 has four characters for three bytes, and perhaps some padding. */
  private static final int MAX_TEXT_BYTES = RequestBody.MAX_BYTES / 3 * 4 + 64;

  private final String contentType;
  private final boolean text;
  private final HttpHeaders headers;
  private final GrpcFraming framing;

  GrpcWeb(String contentType, boolean text, HttpHeaders headers) {
    this.contentType = contentType;
    this.text = text;
    this.headers = headers;
    this.framing = new GrpcFraming(headers);
  }

  @Override
  public Deadline begin() {
    return Deadline.ofGrpc(headers.getHeaderString("grpc-timeout"));
  }

  @Override
  public Codec codec() {
    return CODEC;
  }

  @Override
  public byte[] read(InputStream body) {
    return framing.read(text ? new ByteArrayInputStream(decode(body)) : body);
  }

  /** A client may send several texts in base64, each with its padding, one behind the other. */
  private static byte[] decode(InputStream body) {
    byte[] chars = RequestBody.read(body, MAX_TEXT_BYTES, Code.RESOURCE_EXHAUSTED);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    int start = 0;
    try {
      for (int end = 4; end <= chars.length; end += 4) {
        if (end == chars.length || chars[end - 1] == '=') {
          ByteBuffer part = ByteBuffer.wrap(chars, start, end - start);
          decoded.writeBytes(Base64.getDecoder().decode(part).array());
          start = end;
        }
      }
    } catch (IllegalArgumentException e) {
      start = -1;
    }
    if (start != chars.length) {
      throw CallException.malformed("the body is not in base64");
    }
    return decoded.toByteArray();
  }

  @Override
  public Response success(byte[] message) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(framing.write(message));
    body.writeBytes(GrpcFraming.frame(TRAILERS, trailers()));
    byte[] bytes = body.toByteArray();
    return framing
        .response(contentType, message)
        .entity(text ? Base64.getEncoder().encode(bytes) : bytes)
        .build();
  }

  private static byte[] trailers() {
    return GrpcStatus.OK.entrySet().stream()
        .map(field -> field.getKey() + ":" + field.getValue() + "\r\n")
        .collect(Collectors.joining())
        .getBytes(US_ASCII);
  }

  @Override
  public Response failure(Status status, Optional<String> challenge) {
    Response.ResponseBuilder response = GrpcFraming.response(contentType);
    GrpcStatus.of(status).forEach(response::header);
    return response.build();
  }
}
