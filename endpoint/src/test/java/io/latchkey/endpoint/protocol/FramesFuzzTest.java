package io.latchkey.endpoint.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.Seeds;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.resource.RequestHeaders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A body is read as gRPC, as gRPC-web in base64 and as Connect in gzip, with and without a header
 * that names gzip: what comes out is what {@link Frame} finds by hand, however the bytes trickle
 * in, and never more than the limit. As a message it goes through each of them unchanged.
 */
class FramesFuzzTest {

  private static final Protocols PROTOCOLS = new Protocols(() -> Optional.of(trailers -> {}));

  private static final Protocol PLAIN = protocol("grpc", "identity");
  private static final Protocol PACKED = protocol("grpc", "gzip");
  private static final Protocol TEXT = protocol("grpc-web-text", "identity");
  private static final Protocol PACKED_TEXT = protocol("grpc-web-text", "gzip");
  private static final Protocol CONNECT = protocol("proto", "gzip");

  static List<Path> seeds() {
    return Seeds.of(FramesFuzzTest.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seed_isTakenForWhatItIs(Path seed) {
    Seeds.check(seed, FramesFuzzTest::accepts);
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] input) {
    accepts(input);
  }

  private static boolean accepts(byte[] input) {
    goesThroughUnchanged(Arrays.copyOf(input, Math.min(input.length, RequestBody.MAX_BYTES)));
    boolean accepted = read(PLAIN, input, Frame.read(input, false));
    accepted |= read(PACKED, input, Frame.read(input, true));
    accepted |= read(TEXT, input, Frame.readText(input, false));
    accepted |= read(PACKED_TEXT, input, Frame.readText(input, true));
    accepted |= read(CONNECT, input, Frame.unzip(input));
    return accepted;
  }

  private static boolean read(Protocol protocol, byte[] body, Frame expected) {
    Frame read = read(protocol, new ByteArrayInputStream(body));
    assertThat(read(protocol, new Trickle(body))).isEqualTo(read);
    if (!expected.equals(Frame.UNDECIDED)) {
      assertThat(read).isEqualTo(expected);
    }
    return read.message().isPresent();
  }

  private static Frame read(Protocol protocol, InputStream body) {
    try {
      byte[] message = protocol.read(body);
      assertThat(message.length).isLessThanOrEqualTo(RequestBody.MAX_BYTES);
      return Frame.of(message);
    } catch (CallException e) {
      return Frame.refused(e.status().code());
    }
  }

  private static void goesThroughUnchanged(byte[] message) {
    Frame same = Frame.of(message);
    byte[] plain = GrpcFraming.frame(0, message);
    assertThat(read(PLAIN, new ByteArrayInputStream(plain))).isEqualTo(same);
    assertThat(read(TEXT, new ByteArrayInputStream(Base64.getEncoder().encode(plain))))
        .isEqualTo(same);
    assertThat(read(PLAIN, new ByteArrayInputStream(plain, 0, plain.length - 1)))
        .isEqualTo(Frame.refused(Code.INVALID_ARGUMENT));
    byte[] zipped = Gzip.pack(message);
    assertThat(read(CONNECT, new ByteArrayInputStream(zipped))).isEqualTo(same);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(GrpcFraming.frame(1, zipped));
    assertThat(read(PACKED, new ByteArrayInputStream(body.toByteArray()))).isEqualTo(same);
    body.writeBytes(plain);
    assertThat(read(PACKED, new ByteArrayInputStream(body.toByteArray())))
        .isEqualTo(Frame.refused(Code.UNIMPLEMENTED));
  }

  private static Protocol protocol(String type, String encoding) {
    return PROTOCOLS
        .rpc(
            RequestHeaders.of(
                "Content-Type",
                "application/" + type,
                "grpc-encoding",
                encoding,
                "Content-Encoding",
                encoding))
        .orElseThrow();
  }

  /** A body of which each read gives one byte. */
  private static final class Trickle extends ByteArrayInputStream {

    Trickle(byte[] body) {
      super(body);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, 1));
    }

    @Override
    public synchronized byte[] readAllBytes() {
      throw new AssertionError("a body has no end that one may wait for");
    }
  }
}
