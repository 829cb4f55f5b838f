package io.latchkey.endpoint.message;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * {@code google.rpc.Status}: an error.
 *
 * @param code what kind of error
 * @param message for people
 * @param detail for programs; absent for errors of decoders, routing and missing headers
 */
public record Status(Code code, String message, Optional<ErrorDetail> detail) {

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

    /** Refuses a null component. */
    public ErrorDetail {
      requireNonNull(id, "id");
      requireNonNull(message, "message");
    }
  }
}
