package io.latchkey.endpoint.protocol;

import io.latchkey.endpoint.message.Status;
import io.latchkey.endpoint.message.Status.ErrorDetail;
import io.latchkey.endpoint.protobuf.ProtobufCodec;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** An error as the Connect protocol writes it in JSON. */
final class ConnectError {

  private static final ProtobufCodec CODEC = new ProtobufCodec();

  private static final Field DETAIL_TYPE = Field.of(1, "type", Scalar.STRING);
  private static final Field DETAIL_VALUE = Field.of(2, "value", Scalar.STRING);

  private static final MessageType<ErrorDetail> DETAIL =
      new MessageType<>(
          "connectrpc.ErrorDetail",
          List.of(DETAIL_TYPE, DETAIL_VALUE),
          values -> {
            throw new IllegalStateException("a server reads no errors");
          },
          (detail, values) ->
              values
                  .set(DETAIL_TYPE, ErrorDetail.TYPE.fullName())
                  .set(
                      DETAIL_VALUE,
                      Base64.getEncoder()
                          .withoutPadding()
                          .encodeToString(CODEC.write(ErrorDetail.TYPE, detail))));

  private static final Field CODE = Field.of(1, "code", Scalar.STRING);
  private static final Field MESSAGE = Field.of(2, "message", Scalar.STRING);
  private static final Field DETAILS = Field.listOf(3, "details", DETAIL);

  static final MessageType<Status> TYPE =
      new MessageType<>(
          "connectrpc.Error",
          List.of(CODE, MESSAGE, DETAILS),
          values -> {
            throw new IllegalStateException("a server reads no errors");
          },
          (status, values) -> {
            values
                .set(CODE, status.code().name().toLowerCase(Locale.ROOT))
                .set(MESSAGE, status.message());
            status.detail().ifPresent(detail -> values.add(DETAILS, DETAIL.write(detail)));
          });

  private ConnectError() {}
}
