package io.latchkey.endpoint.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import io.latchkey.core.Latchkey;
import io.latchkey.core.provider.Providers;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.endpoint.call.ManagementCalls;
import io.latchkey.endpoint.call.Rpc;
import io.latchkey.endpoint.call.UserCalls;
import io.latchkey.endpoint.message.Status.ErrorDetail;
import io.latchkey.endpoint.schema.EnumType;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType;
import io.latchkey.endpoint.schema.MessageType;
import io.latchkey.tck.memory.InMemoryPermissionChecker;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published files say what the code does, call by call and field by field. */
class ProtoFilesTest {

  @Test
  void services_haveTheCalls() {
    assertThat(methods("zitadel.management.v1.ManagementService"))
        .containsExactlyElementsOf(calls(management().all()));
    assertThat(methods("zitadel.user.v2.UserService"))
        .containsExactlyElementsOf(calls(user().all()));
  }

  @Test
  void messages_haveTheFields() {
    Map<String, MessageType<?>> types = new LinkedHashMap<>();
    collect(ErrorDetail.TYPE, types);
    Stream.concat(management().all().stream(), user().all().stream())
        .forEach(
            rpc -> {
              collect(rpc.request(), types);
              collect(rpc.response(), types);
            });
    types.forEach(
        (name, type) ->
            assertThat(fields(ProtoFiles.message(name))).as(name).isEqualTo(fields(type)));
    assertThat(ProtoFiles.messages())
        .extracting(Descriptor::getFullName)
        .containsExactlyInAnyOrderElementsOf(types.keySet());
  }

  private static List<String> methods(String service) {
    return ProtoFiles.service(service).getMethods().stream().map(ProtoFilesTest::line).toList();
  }

  private static String line(MethodDescriptor method) {
    return method.getService().getFullName()
        + "/"
        + method.getName()
        + " "
        + method.getInputType().getFullName()
        + " "
        + method.getOutputType().getFullName();
  }

  private static List<String> calls(List<Rpc<?, ?>> calls) {
    return calls.stream()
        .map(rpc -> rpc.path() + " " + rpc.request().fullName() + " " + rpc.response().fullName())
        .toList();
  }

  private static String fields(Descriptor message) {
    return message.getFields().stream().map(ProtoFilesTest::line).collect(Collectors.joining("\n"));
  }

  private static String line(FieldDescriptor field) {
    String type =
        switch (field.getJavaType()) {
          case MESSAGE -> field.getMessageType().getFullName();
          case ENUM ->
              field.getEnumType().getFullName()
                  + field.getEnumType().getValues().stream().map(ProtoFilesTest::line).toList();
          default -> field.getType().name();
        };
    return line(
        field.getNumber(),
        field.getName() + " " + field.getJsonName(),
        type,
        field.isRepeated(),
        field.getContainingOneof() == null ? "" : field.getContainingOneof().getName());
  }

  private static String line(EnumValueDescriptor value) {
    return value.getNumber() + " " + value.getName();
  }

  private static String fields(MessageType<?> type) {
    return type.fields().stream()
        .map(
            field ->
                line(
                    field.number(),
                    field.name() + " " + field.jsonName(),
                    name(field.type()),
                    field.repeated(),
                    field.oneof().orElse("")))
        .collect(Collectors.joining("\n"));
  }

  private static String name(FieldType type) {
    if (type instanceof MessageType<?> message) {
      return message.fullName();
    }
    if (type instanceof EnumType enumeration) {
      return enumeration.fullName()
          + IntStream.range(0, enumeration.names().size())
              .mapToObj(number -> number + " " + enumeration.names().get(number))
              .toList();
    }
    return type == FieldType.Scalar.TIMESTAMP ? "google.protobuf.Timestamp" : type.toString();
  }

  private static String line(
      int number, String names, String type, boolean repeated, String oneof) {
    return number + " " + names + " " + type + (repeated ? " repeated" : "") + " " + oneof;
  }

  private static void collect(MessageType<?> type, Map<String, MessageType<?>> into) {
    into.put(type.fullName(), type);
    for (Field field : type.fields()) {
      if (field.type() instanceof MessageType<?> nested) {
        collect(nested, into);
      }
    }
  }

  private static ManagementCalls management() {
    return new ManagementCalls(latchkey());
  }

  private static UserCalls user() {
    return new UserCalls(latchkey());
  }

  private static Latchkey latchkey() {
    return new Latchkey(
        new Providers(
            new InMemoryTokenStore(), new InMemoryUserDirectory(), new InMemoryPermissionChecker()),
        new TokenFormat("lkpat_"),
        TokenDigester.plain(),
        Clock.systemUTC());
  }
}
