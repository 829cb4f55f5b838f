package io.latchkey.endpoint.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.proto.ProtoFiles;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The codec beside Google's, which knows the messages by the {@code .proto} files alone. */
class ProtobufCodecOracleTest {

  private static final int ENCODES = 3_000;
  private static final int MUTATIONS = 20_000;

  static List<MessageType<?>> types() {
    return Messages.ALL;
  }

  @ParameterizedTest
  @MethodSource("types")
  void encode_givesTheBytesOfGoogles(MessageType<?> type) throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < ENCODES; i++) {
      FieldValues values = Messages.random(type, random);
      byte[] ours = ProtobufCodec.encode(type, values);
      assertThat(ours).isEqualTo(deterministic(Messages.dynamic(type, values)));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void decode_givesTheValuesOfGoogles(MessageType<?> type) throws Exception {
    Random random = new Random(2);
    for (int i = 0; i < ENCODES; i++) {
      // Two messages one behind the other are one, in which messages are merged and lists joined.
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(deterministic(Messages.dynamic(type, Messages.random(type, random))));
      bytes.writeBytes(deterministic(Messages.dynamic(type, Messages.random(type, random))));
      DynamicMessage expected = google(type, bytes.toByteArray());
      assertThat(Messages.dynamic(type, ProtobufCodec.decode(type, bytes.toByteArray())))
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void decode_ofMutatedBytes_isNeverLaxerThanGoogles(MessageType<?> type) {
    Random random = new Random(3);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = mutated(ProtobufCodec.encode(type, Messages.random(type, random)), random);
      try {
        FieldValues ours = ProtobufCodec.decode(type, bytes);
        assertThat(Messages.dynamic(type, ours))
            .isEqualTo(Messages.withoutUnknownFields(google(type, bytes)));
        read++;
      } catch (CallException e) {
        refused++;
      } catch (InvalidProtocolBufferException e) {
        throw new AssertionError(
            "Google's refuses " + java.util.HexFormat.of().formatHex(bytes), e);
      }
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] mutated = bytes.length == 0 ? new byte[1 + random.nextInt(4)] : bytes.clone();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(mutated.length);
      mutated[at] =
          random.nextBoolean()
              ? (byte) random.nextInt(256)
              : (byte) (mutated[at] ^ (1 << random.nextInt(8)));
    }
    return random.nextInt(8) == 0
        ? java.util.Arrays.copyOf(mutated, random.nextInt(mutated.length + 1))
        : mutated;
  }

  private static DynamicMessage google(MessageType<?> type, byte[] bytes)
      throws InvalidProtocolBufferException {
    Descriptor descriptor = ProtoFiles.message(type.fullName());
    return DynamicMessage.parseFrom(descriptor, bytes);
  }

  private static byte[] deterministic(DynamicMessage message) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    message.writeTo(out);
    out.flush();
    return bytes.toByteArray();
  }
}
