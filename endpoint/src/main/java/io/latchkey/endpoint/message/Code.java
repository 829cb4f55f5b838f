package io.latchkey.endpoint.message;

/**
 * The codes of {@code google.rpc.Code} that this endpoint answers with, and the HTTP status of
 * each.
 */
public enum Code {
  /** The request cannot be understood, or is wrong whatever the state of the system. */
  INVALID_ARGUMENT(3, 400),
  /** The time that the client has given is over. */
  DEADLINE_EXCEEDED(4, 504),
  /** Something that was named does not exist. */
  NOT_FOUND(5, 404),
  /** The caller may not. */
  PERMISSION_DENIED(7, 403),
  /** More than the server takes. */
  RESOURCE_EXHAUSTED(8, 429),
  /** The system is not in a state for it. */
  FAILED_PRECONDITION(9, 400),
  /** There is no such operation. */
  UNIMPLEMENTED(12, 501),
  /** A defect of ours. */
  INTERNAL(13, 500),
  /** Could not tell; to be tried again. */
  UNAVAILABLE(14, 503),
  /** The caller is not known. */
  UNAUTHENTICATED(16, 401);

  private final int number;
  private final int httpStatus;

  Code(int number, int httpStatus) {
    this.number = number;
    this.httpStatus = httpStatus;
  }

  /**
   * The number of the code.
   *
   * @return as {@code google.rpc.Code} has it
   */
  public int number() {
    return number;
  }

  /**
   * The HTTP status of the code.
   *
   * @return a status from 400 to 599
   */
  public int httpStatus() {
    return httpStatus;
  }
}
