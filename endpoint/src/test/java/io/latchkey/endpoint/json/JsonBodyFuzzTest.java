package io.latchkey.endpoint.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.Seeds;
import io.latchkey.endpoint.call.ManagementCalls;
import io.latchkey.endpoint.call.Rpc;
import io.latchkey.endpoint.call.UserCalls;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.protobuf.ProtobufCodec;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A body is read as every request of the contract: what is taken comes out the same when it is
 * written and read again, in JSON and in protobuf, and what is refused is refused with one of the
 * known texts, which show no value. What Jackson makes of it, see {@link JsonSyntax}.
 */
class JsonBodyFuzzTest {

  private static final List<MessageType<?>> REQUESTS =
      Stream.of(new ManagementCalls(null).all(), new UserCalls(null).all())
          .flatMap(List::stream)
          .<MessageType<?>>map(Rpc::request)
          .toList();

  private static final Pattern ERROR =
      Pattern.compile(
          "syntax error: (expected an object|invalid UTF-8)"
              + "|syntax error at character [1-9][0-9]*: (unexpected (end|character)"
              + "|unexpected text after the value|expected the name of a field|expected []:}]"
              + "|(unknown escape|control character|lone surrogate) in a string|nested too deeply)"
              + "|(duplicate field [a-zA-Z]+|a second field of filter, [a-zA-Z]+,)"
              + " at character [1-9][0-9]*"
              + "|invalid value for field [a-zA-Z]+: (no such (column|method)"
              + "|longer than 200 characters|holds a control character"
              + "|expected (an object|an array|a string|true or false|an RFC 3339 timestamp"
              + "|a value of zitadel[a-zA-Z0-9.]+|a whole number from -?[0-9]+ to [0-9]+))");

  private static final Codec PROTOBUF = new ProtobufCodec();

  static List<Path> seeds() {
    return Seeds.of(JsonBodyFuzzTest.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seed_isTakenForWhatItIs(Path seed) {
    Seeds.check(seed, JsonBodyFuzzTest::accepts);
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] input) {
    accepts(input);
  }

  private static boolean accepts(byte[] body) {
    JsonSyntax.check(body);
    boolean accepted = false;
    for (MessageType<?> type : REQUESTS) {
      accepted |= accepts(type, body);
    }
    return accepted;
  }

  private static boolean accepts(MessageType<?> type, byte[] body) {
    FieldValues values;
    try {
      values = MessageReader.read(type, body);
    } catch (CallException e) {
      refused(e);
      return false;
    }
    String json = JsonCodec.write(type, values);
    assertThat(JsonCodec.write(type, MessageReader.read(type, json.getBytes(UTF_8))))
        .isEqualTo(json);
    MessageType<FieldValues> plain = plain(type);
    FieldValues decoded = PROTOBUF.read(plain, PROTOBUF.write(plain, values));
    assertThat(JsonCodec.write(type, decoded)).isEqualTo(json);
    Object request = request(type, values);
    assertThat(request(type, decoded)).isEqualTo(request);
    return !(request instanceof String);
  }

  /** The request, or the text with which its type refuses the values. */
  private static Object request(MessageType<?> type, FieldValues values) {
    try {
      return type.read(values);
    } catch (CallException e) {
      refused(e);
      return e.getMessage();
    }
  }

  private static void refused(CallException e) {
    assertThat(e.status().code()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(e.getMessage()).matches(ERROR);
  }

  /** The same fields, whose values stay what they are. */
  private static MessageType<FieldValues> plain(MessageType<?> type) {
    return new MessageType<>(
        type.fullName(),
        type.fields(),
        values -> values,
        (from, to) ->
            from.all()
                .forEach(
                    (field, elements) ->
                        elements.forEach(
                            element -> {
                              if (field.repeated()) {
                                to.add(field, element);
                              } else {
                                to.set(field, element);
                              }
                            })));
  }
}
