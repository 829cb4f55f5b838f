package io.latchkey.endpoint.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.message.Status;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The end of a call in gRPC. */
class GrpcStatusTest {

  @ParameterizedTest
  @CsvSource(
      value = {
        "plain ~|plain ~",
        "100 %|100 %25",
        "\u00e9\u20ac|%C3%A9%E2%82%AC",
        "'a\r\n'|a%0D%0A"
      },
      delimiter = '|')
  void message_isPercentEncoded(String message, String encoded) {
    assertThat(GrpcStatus.of(new Status(Code.INTERNAL, message, Optional.empty())))
        .isEqualTo(Map.of("grpc-status", "13", "grpc-message", encoded));
  }

  @Test
  void message_thatHoldsALineBreak_cannotMakeAHeader() {
    assertThat(GrpcStatus.percentEncode("a\r\nx: y\u007f\u0000")).isEqualTo("a%0D%0Ax: y%7F%00");
  }
}
