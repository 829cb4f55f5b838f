package io.latchkey.endpoint.protocol;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.json.JsonCodec;
import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.protobuf.ProtobufCodec;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the protocol of a request by its content type.
 *
 * <p>Thread-safe.
 */
public final class Protocols {

  /** What a path by the name of a call takes, as the header {@code Accept-Post} lists it. */
  public static final String RPC_TYPES =
      "application/grpc, application/grpc-web, application/grpc-web-text,"
          + " application/proto, application/json";

  private static final Codec JSON = new JsonCodec();
  private static final Codec PROTOBUF = new ProtobufCodec();

  private final RestJson restJson = new RestJson();
  private final Trailers trailers;

  /**
   * Creates a choice.
   *
   * @param trailers how trailers are sent; {@link Trailers#NONE} for a host that cannot, where
   *     native gRPC is refused
   */
  public Protocols(Trailers trailers) {
    this.trailers = requireNonNull(trailers, "trailers");
  }

  /**
   * The protocol of a request to a REST path: gRPC or gRPC-web, by the type of the body or, if
   * there is no body, by the type that is accepted; JSON in any other case, as the contract has it.
   *
   * @param headers the headers of the request
   * @return the protocol
   */
  public Protocol rest(HttpHeaders headers) {
    String type = type(headers, HttpHeaders.CONTENT_TYPE);
    return grpc(type.isEmpty() ? type(headers, HttpHeaders.ACCEPT) : type, headers)
        .orElse(restJson);
  }

  /**
   * The protocol of a request to a path by the name of a call: gRPC, gRPC-web, or Connect.
   *
   * @param headers the headers of the request
   * @return the protocol; absent if the content type is of none of them
   */
  public Optional<Protocol> rpc(HttpHeaders headers) {
    String type = type(headers, HttpHeaders.CONTENT_TYPE);
    return switch (type) {
      case "application/json" -> Optional.of(new ConnectUnary(type, JSON, headers));
      case "application/proto" -> Optional.of(new ConnectUnary(type, PROTOBUF, headers));
      default -> grpc(type, headers);
    };
  }

  private Optional<Protocol> grpc(String type, HttpHeaders headers) {
    return switch (type) {
      case "application/grpc", "application/grpc+proto" ->
          Optional.of(new Grpc(type, headers, trailers));
      case "application/grpc-web", "application/grpc-web+proto" ->
          Optional.of(new GrpcWeb(type, false, headers));
      case "application/grpc-web-text", "application/grpc-web-text+proto" ->
          Optional.of(new GrpcWeb(type, true, headers));
      default -> Optional.empty();
    };
  }

  /** In lower case, without parameters; empty if there is none. */
  private static String type(HttpHeaders headers, String header) {
    @Nullable List<String> values = headers.getRequestHeader(header);
    if (values == null || values.isEmpty()) {
      return "";
    }
    return values.get(0).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
