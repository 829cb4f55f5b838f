package io.latchkey.endpoint.protobuf;

import io.latchkey.endpoint.message.Status;
import io.latchkey.endpoint.message.Status.ErrorDetail;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.util.List;

/** {@code google.rpc.Status} as it travels in binary, with its detail in an {@code Any}. */
public final class RpcStatus {

  private static final ProtobufCodec CODEC = new ProtobufCodec();

  private static final Field TYPE_URL = Field.of(1, "type_url", Scalar.STRING);
  private static final Field VALUE = Field.of(2, "value", Scalar.BYTES);

  private static final MessageType<ErrorDetail> ANY =
      new MessageType<>(
          "google.protobuf.Any",
          List.of(TYPE_URL, VALUE),
          values -> {
            throw new IllegalStateException("a server reads no errors");
          },
          (detail, values) ->
              values
                  .set(TYPE_URL, ErrorDetail.typeUrl())
                  .set(VALUE, CODEC.write(ErrorDetail.TYPE, detail)));

  private static final Field CODE = Field.of(1, "code", Scalar.INT32);
  private static final Field MESSAGE = Field.of(2, "message", Scalar.STRING);
  private static final Field DETAILS = Field.listOf(3, "details", ANY);

  /** The message, which a server only writes. */
  public static final MessageType<Status> TYPE =
      new MessageType<>(
          "google.rpc.Status",
          List.of(CODE, MESSAGE, DETAILS),
          values -> {
            throw new IllegalStateException("a server reads no errors");
          },
          (status, values) -> {
            values.set(CODE, status.code().number()).set(MESSAGE, status.message());
            status.detail().ifPresent(detail -> values.add(DETAILS, ANY.write(detail)));
          });

  private RpcStatus() {}
}
