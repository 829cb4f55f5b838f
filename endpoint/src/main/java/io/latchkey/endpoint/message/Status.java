package io.latchkey.endpoint.message;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;
import java.util.List;
import java.util.Optional;

/**
 * {@code google.rpc.Status}: an error.
 *
 * @param code what kind of error
 * @param message for people
 * @param detail for programs; absent for errors of decoders, routing and missing headers
 */
public record Status(Code code, String message, Optional<ErrorDetail> detail) {

  private static final Field CODE = Field.of(1, "code", Scalar.INT32);
  private static final Field MESSAGE = Field.of(2, "message", Scalar.STRING);
  private static final Field DETAILS = Field.listOf(3, "details", ErrorDetail.JSON_TYPE);

  /** As JSON has it, with the members of a detail beside its {@code @type}. */
  public static final MessageType<Status> JSON_TYPE =
      new MessageType<>(
          "google.rpc.Status",
          List.of(CODE, MESSAGE, DETAILS),
          values -> {
            throw new IllegalStateException("a server reads no errors");
          },
          (status, values) -> {
            values.set(CODE, status.code().number()).set(MESSAGE, status.message());
            status
                .detail()
                .ifPresent(detail -> values.add(DETAILS, ErrorDetail.JSON_TYPE.write(detail)));
          });

  /** Refuses a null component. */
  public Status {
    requireNonNull(code, "code");
    requireNonNull(message, "message");
    requireNonNull(detail, "detail");
  }

  /**
   * {@code zitadel.v1.ErrorDetail}.
   *
   * @param id the id of the error
   * @param message the message without the id
   */
  public record ErrorDetail(String id, String message) {

    private static final Field ID = Field.of(1, "id", Scalar.STRING);
    private static final Field TEXT = Field.of(2, "message", Scalar.STRING);
    private static final Field AT_TYPE = Field.of(1000, "@type", Scalar.STRING);

    /** The message itself. */
    public static final MessageType<ErrorDetail> TYPE =
        new MessageType<>(
            "zitadel.v1.ErrorDetail",
            List.of(ID, TEXT),
            values -> new ErrorDetail(values.text(ID), values.text(TEXT)),
            ErrorDetail::write);

    /** As JSON writes it as an {@code Any}. */
    static final MessageType<ErrorDetail> JSON_TYPE =
        new MessageType<>(
            "google.protobuf.Any",
            List.of(AT_TYPE, ID, TEXT),
            values -> new ErrorDetail(values.text(ID), values.text(TEXT)),
            (detail, values) -> {
              values.set(AT_TYPE, typeUrl());
              write(detail, values);
            });

    /** Refuses a null component. */
    public ErrorDetail {
      requireNonNull(id, "id");
      requireNonNull(message, "message");
    }

    /**
     * The type of a detail in a {@code google.protobuf.Any}.
     *
     * @return a URL
     */
    public static String typeUrl() {
      return "type.googleapis.com/" + TYPE.fullName();
    }

    private static void write(ErrorDetail detail, FieldValues values) {
      values.set(ID, detail.id()).set(TEXT, detail.message());
    }
  }
}
