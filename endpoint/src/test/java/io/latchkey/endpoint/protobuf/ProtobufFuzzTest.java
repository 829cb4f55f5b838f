package io.latchkey.endpoint.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.latchkey.core.Seeds;
import io.latchkey.endpoint.call.ManagementCalls;
import io.latchkey.endpoint.call.Rpc;
import io.latchkey.endpoint.call.UserCalls;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.proto.ProtoFiles;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A message is read as every request of the contract, and as others with more kinds of fields: what
 * is taken is what Google's library takes it for, and comes out the same when it is written and
 * read again; what is refused is refused with one of the known texts, which show no value.
 */
class ProtobufFuzzTest {

  private static final List<MessageType<?>> REQUESTS =
      Stream.of(new ManagementCalls(null).all(), new UserCalls(null).all())
          .flatMap(List::stream)
          .<MessageType<?>>map(Rpc::request)
          .toList();

  private static final List<MessageType<?>> TYPES =
      Stream.concat(REQUESTS.stream(), Messages.ALL.stream()).distinct().toList();

  /** That Google's library refuses too, unless it is by a number that the library cuts off. */
  private static final Pattern BROKEN =
      Pattern.compile(
          "syntax error at byte [1-9][0-9]*: (truncated|a number of more than 64 bits"
              + "|invalid UTF-8|no value can start here|the end of another group)");

  /** By which we are stricter. */
  private static final Pattern STRICTER =
      Pattern.compile(
          "syntax error at byte [1-9][0-9]*: (no field has this number|nested too deeply)"
              + "|invalid value for field [a-zA-Z]+: (of another wire type"
              + "|not in the years 1 to 9999|no such (column|method)"
              + "|longer than 200 characters|holds a control character)");

  /** Besides the last, of a number that may have more than 32 bits. */
  private static final int BYTES_OF_LONG_NUMBER = 4;

  static List<Path> seeds() {
    return Seeds.of(ProtobufFuzzTest.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seed_isTakenForWhatItIs(Path seed) {
    Seeds.check(seed, ProtobufFuzzTest::accepts);
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] input) {
    accepts(input);
  }

  private static boolean accepts(byte[] message) {
    boolean accepted = false;
    for (MessageType<?> type : TYPES) {
      accepted |= accepts(type, message);
    }
    return accepted;
  }

  private static boolean accepts(MessageType<?> type, byte[] message) {
    FieldValues values;
    try {
      values = ProtobufCodec.decode(type, message);
    } catch (CallException e) {
      refused(type, message, e);
      return false;
    }
    DynamicMessage dynamic = Messages.dynamic(type, values);
    assertThat(dynamic).isEqualTo(google(type, message));
    byte[] encoded = ProtobufCodec.encode(type, values);
    FieldValues again = ProtobufCodec.decode(type, encoded);
    assertThat(Messages.dynamic(type, again)).isEqualTo(dynamic);
    assertThat(ProtobufCodec.encode(type, again)).isEqualTo(encoded);
    return !REQUESTS.contains(type) || isRequest(type, values);
  }

  private static boolean isRequest(MessageType<?> type, FieldValues values) {
    try {
      type.read(values);
      return true;
    } catch (CallException e) {
      assertThat(e.status().code()).isEqualTo(Code.INVALID_ARGUMENT);
      assertThat(e.getMessage()).matches(STRICTER);
      return false;
    }
  }

  private static void refused(MessageType<?> type, byte[] message, CallException e) {
    assertThat(e.status().code()).isEqualTo(Code.INVALID_ARGUMENT);
    if (BROKEN.matcher(e.getMessage()).matches()) {
      if (hasLongNumber(message)) {
        return;
      }
      assertThatExceptionOfType(InvalidProtocolBufferException.class)
          .as(e.getMessage())
          .isThrownBy(() -> parse(type, message));
    } else {
      assertThat(e.getMessage()).matches(STRICTER);
    }
  }

  /** Which may be of more than the 32 bits of a tag or a length, or than the 64 of any number. */
  private static boolean hasLongNumber(byte[] message) {
    int length = 0;
    for (byte part : message) {
      length = part < 0 ? length + 1 : 0;
      if (length == BYTES_OF_LONG_NUMBER) {
        return true;
      }
    }
    return false;
  }

  private static Object google(MessageType<?> type, byte[] message) {
    try {
      return Messages.withoutUnknownFields(parse(type, message));
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("Google's refuses it for a " + type.fullName(), e);
    }
  }

  private static DynamicMessage parse(MessageType<?> type, byte[] message)
      throws InvalidProtocolBufferException {
    return DynamicMessage.parseFrom(ProtoFiles.message(type.fullName()), message);
  }
}
