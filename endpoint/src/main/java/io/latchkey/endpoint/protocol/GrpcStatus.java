package io.latchkey.endpoint.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.endpoint.message.Status;
import io.latchkey.endpoint.protobuf.ProtobufCodec;
import io.latchkey.endpoint.protobuf.RpcStatus;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The end of a call in gRPC, as headers or trailers. */
final class GrpcStatus {

  static final Map<String, String> OK = Map.of("grpc-status", "0");

  private static final ProtobufCodec CODEC = new ProtobufCodec();
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private GrpcStatus() {}

  static Map<String, String> of(Status status) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("grpc-status", Integer.toString(status.code().number()));
    fields.put("grpc-message", percentEncode(status.message()));
    if (status.detail().isPresent()) {
      fields.put(
          "grpc-status-details-bin",
          Base64.getEncoder().withoutPadding().encodeToString(CODEC.write(RpcStatus.TYPE, status)));
    }
    return fields;
  }

  /** All but the printable characters of ASCII, and the percent sign itself. */
  static String percentEncode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte part : text.getBytes(UTF_8)) {
      if (part >= ' ' && part <= '~' && part != '%') {
        encoded.append((char) part);
      } else {
        encoded.append('%').append(HEX.toHexDigits(part));
      }
    }
    return encoded.toString();
  }
}
