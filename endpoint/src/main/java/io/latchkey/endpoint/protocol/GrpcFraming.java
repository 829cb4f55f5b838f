package io.latchkey.endpoint.protocol;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The form of a message in gRPC: a flag that tells whether it is packed, its length, the message.
 * One call of this contract takes one message and gives one.
 */
final class GrpcFraming {

  private static final String ENCODING = "grpc-encoding";
  private static final String ACCEPT_ENCODING = "grpc-accept-encoding";

  private static final int PREFIX_BYTES = 5;
  private static final int PLAIN = 0;
  private static final int PACKED = 1;

  private final HttpHeaders headers;

  GrpcFraming(HttpHeaders headers) {
    this.headers = headers;
  }

  /** The one message of a body. */
  byte[] read(InputStream body) {
    try {
      byte[] message = readFirst(body);
      if (body.read() >= 0) {
        throw CallException.of(Code.UNIMPLEMENTED, "the call takes one message, but more came");
      }
      return message;
    } catch (IOException e) {
      throw CallException.malformed("the request body could not be read");
    }
  }

  private byte[] readFirst(InputStream body) throws IOException {
    byte[] prefix = body.readNBytes(PREFIX_BYTES);
    if (prefix.length == 0) {
      throw CallException.of(Code.UNIMPLEMENTED, "the call takes one message, but none came");
    }
    if (prefix.length < PREFIX_BYTES) {
      throw truncated();
    }
    int flag = prefix[0];
    if (flag != PLAIN && flag != PACKED) {
      throw CallException.malformed("the message has an unknown flag");
    }
    long length = Integer.toUnsignedLong(ByteBuffer.wrap(prefix).getInt(1));
    if (length > RequestBody.MAX_BYTES) {
      RequestBody.skip(body);
      throw CallException.of(
          Code.RESOURCE_EXHAUSTED,
          "the message is larger than " + RequestBody.MAX_BYTES + " bytes");
    }
    byte[] message = body.readNBytes((int) length);
    if (message.length < length) {
      throw truncated();
    }
    return flag == PACKED ? unpack(message) : message;
  }

  private byte[] unpack(byte[] packed) {
    String encoding = Optional.ofNullable(headers.getHeaderString(ENCODING)).orElse(Gzip.IDENTITY);
    if (encoding.equals(Gzip.NAME)) {
      return RequestBody.unzip(packed);
    }
    if (encoding.equals(Gzip.IDENTITY)) {
      // The one mistake of a client for which gRPC demands this code.
      throw CallException.of(Code.INTERNAL, "the message is packed, but no header says how");
    }
    throw CallException.of(
        Code.UNIMPLEMENTED, "the message is packed in a way other than " + Gzip.NAME);
  }

  private static CallException truncated() {
    return CallException.malformed("the message is shorter than it says");
  }

  boolean packs(byte[] message) {
    return Gzip.pays(message, headers, ACCEPT_ENCODING);
  }

  /** The message as it goes into a body. */
  byte[] write(byte[] message) {
    return packs(message) ? frame(PACKED, Gzip.pack(message)) : frame(PLAIN, message);
  }

  static byte[] frame(int flag, byte[] content) {
    return ByteBuffer.allocate(PREFIX_BYTES + content.length)
        .put((byte) flag)
        .putInt(content.length)
        .put(content)
        .array();
  }

  /** A response in gRPC, which is 200 even if it is an error. */
  static Response.ResponseBuilder response(String contentType) {
    return Response.ok()
        .header(HttpHeaders.CONTENT_TYPE, contentType)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(ACCEPT_ENCODING, Gzip.IDENTITY + "," + Gzip.NAME);
  }

  /** A response with a message. */
  Response.ResponseBuilder response(String contentType, byte[] message) {
    Response.ResponseBuilder response = response(contentType);
    return packs(message) ? response.header(ENCODING, Gzip.NAME) : response;
  }
}
