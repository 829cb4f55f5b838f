package io.latchkey.endpoint.message;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Ends a call with an error of the wire contract. It is no defect, so it has no stack trace. */
public final class CallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Status status;
  private final transient Optional<String> challenge;

  /**
   * Creates an exception.
   *
   * @param status the error
   */
  public CallException(Status status) {
    this(status, Optional.empty());
  }

  private CallException(Status status, Optional<String> challenge) {
    super(status.message(), null, false, false);
    this.status = requireNonNull(status, "status");
    this.challenge = challenge;
  }

  /**
   * The request cannot be understood.
   *
   * @param text what is wrong with it, and where; shows no value of the request
   * @return an error without an id, as those of decoders are
   */
  public static CallException malformed(String text) {
    return of(Code.INVALID_ARGUMENT, text);
  }

  /**
   * An error without an id.
   *
   * @param code its code
   * @param text what is wrong; shows no value of the request
   * @return the exception
   */
  public static CallException of(Code code, String text) {
    return new CallException(new Status(code, text, Optional.empty()));
  }

  /**
   * The caller is not known.
   *
   * @param status the error
   * @param challenge the value of the {@code WWW-Authenticate} header
   * @return an error with a challenge
   */
  public static CallException unauthenticated(Status status, String challenge) {
    return new CallException(status, Optional.of(challenge));
  }

  /**
   * The error.
   *
   * @return the status to be answered
   */
  public Status status() {
    return status;
  }

  /**
   * The value of the {@code WWW-Authenticate} header.
   *
   * @return the challenge; absent unless the code is {@link Code#UNAUTHENTICATED}
   */
  public Optional<String> challenge() {
    return challenge;
  }
}
