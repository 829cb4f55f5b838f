package io.latchkey.endpoint.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import io.latchkey.endpoint.message.Status.ErrorDetail;
import io.latchkey.endpoint.message.management.AddPersonalAccessTokenRequest;
import io.latchkey.endpoint.message.management.AddPersonalAccessTokenResponse;
import io.latchkey.endpoint.message.management.GetPersonalAccessTokenByIDsRequest;
import io.latchkey.endpoint.message.management.GetPersonalAccessTokenByIDsResponse;
import io.latchkey.endpoint.message.management.RemovePersonalAccessTokenResponse;
import io.latchkey.endpoint.message.user.ListPersonalAccessTokensRequest;
import io.latchkey.endpoint.message.user.ListPersonalAccessTokensResponse;
import io.latchkey.endpoint.proto.ProtoFiles;
import io.latchkey.endpoint.schema.EnumType;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Messages for the codec: random ones, and the same ones as Google's library holds them. */
final class Messages {

  /** Every type of a field and every kind of nesting is in them. */
  static final List<MessageType<?>> ALL =
      List.of(
          AddPersonalAccessTokenRequest.TYPE,
          AddPersonalAccessTokenResponse.TYPE,
          GetPersonalAccessTokenByIDsRequest.TYPE,
          GetPersonalAccessTokenByIDsResponse.TYPE,
          io.latchkey.endpoint.message.management.ListPersonalAccessTokensRequest.TYPE,
          io.latchkey.endpoint.message.management.ListPersonalAccessTokensResponse.TYPE,
          RemovePersonalAccessTokenResponse.TYPE,
          ListPersonalAccessTokensRequest.TYPE,
          ListPersonalAccessTokensResponse.TYPE,
          ErrorDetail.TYPE);

  private static final long FIRST_SECOND = -62_135_596_800L;
  private static final long LAST_SECOND = 253_402_300_799L;

  private Messages() {}

  static FieldValues random(MessageType<?> type, Random random) {
    FieldValues values = new FieldValues();
    for (Field field : type.fields()) {
      if (field.repeated()) {
        for (int i = random.nextInt(4); i > 0; i--) {
          values.add(field, value(field.type(), random));
        }
      } else if (random.nextInt(4) != 0) {
        values.set(field, value(field.type(), random));
      }
    }
    return values;
  }

  private static Object value(FieldType type, Random random) {
    if (type instanceof MessageType<?> message) {
      return random(message, random);
    }
    if (type instanceof EnumType enumeration) {
      return random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(enumeration.names().size());
    }
    return switch ((FieldType.Scalar) type) {
      case STRING -> text(random);
      case BOOL -> random.nextBoolean();
      case UINT32 -> random.nextLong() >>> (32 + random.nextInt(32));
      case UINT64 -> random.nextLong() >>> random.nextInt(64);
      case INT32 -> random.nextInt();
      case BYTES -> text(random).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      case TIMESTAMP -> instant(random);
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(20) == 0 ? random.nextInt(300) : random.nextInt(12);
    while (text.length() < length) {
      int bits = 1 + random.nextInt(20);
      int point = random.nextInt(1 << bits);
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        text.appendCodePoint(point);
      }
    }
    return text.toString();
  }

  private static Instant instant(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Instant.ofEpochSecond(FIRST_SECOND);
      case 1 -> Instant.ofEpochSecond(LAST_SECOND, 999_999_999);
      case 2 -> Instant.EPOCH;
      default ->
          Instant.ofEpochSecond(
              random.nextLong(FIRST_SECOND, LAST_SECOND),
              random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    };
  }

  static DynamicMessage dynamic(MessageType<?> type, FieldValues values) {
    Descriptor descriptor = ProtoFiles.message(type.fullName());
    DynamicMessage.Builder message = DynamicMessage.newBuilder(descriptor);
    for (Map.Entry<Field, List<Object>> entry : values.all().entrySet()) {
      FieldDescriptor field = descriptor.findFieldByNumber(entry.getKey().number());
      for (Object element : entry.getValue()) {
        Object value = dynamic(entry.getKey().type(), field, element);
        if (field.isRepeated()) {
          message.addRepeatedField(field, value);
        } else {
          message.setField(field, value);
        }
      }
    }
    return message.build();
  }

  private static Object dynamic(FieldType type, FieldDescriptor field, Object value) {
    if (type instanceof MessageType<?> message) {
      return dynamic(message, (FieldValues) value);
    }
    if (type instanceof EnumType) {
      return field.getEnumType().findValueByNumberCreatingIfUnknown((Integer) value);
    }
    return switch ((FieldType.Scalar) type) {
      case UINT32 -> (int) (long) (Long) value;
      case BYTES -> ByteString.copyFrom((byte[]) value);
      case TIMESTAMP -> timestamp(field.getMessageType(), (Instant) value);
      default -> value;
    };
  }

  private static DynamicMessage timestamp(Descriptor type, Instant instant) {
    return DynamicMessage.newBuilder(type)
        .setField(type.findFieldByNumber(1), instant.getEpochSecond())
        .setField(type.findFieldByNumber(2), instant.getNano())
        .build();
  }

  static Message withoutUnknownFields(Message message) {
    Message.Builder known = message.toBuilder();
    known.setUnknownFields(UnknownFieldSet.getDefaultInstance());
    message
        .getAllFields()
        .forEach(
            (field, value) -> {
              if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
                return;
              }
              if (field.isRepeated()) {
                for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
                  known.setRepeatedField(
                      field, i, withoutUnknownFields((Message) message.getRepeatedField(field, i)));
                }
              } else {
                known.setField(field, withoutUnknownFields((Message) value));
              }
            });
    return known.build();
  }
}
