package io.latchkey.core.config;

import static java.util.Objects.requireNonNull;

/**
 * Why a host cannot start. The message is one sentence for the operator, who needs no stack trace
 * to put it right.
 */
public final class StartupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param sentence what is wrong and where, without a secret
   */
  public StartupException(String sentence) {
    super(requireNonNull(sentence, "sentence"));
  }

  /**
   * Creates an exception that says what another one says.
   *
   * @param cause an exception with a message for the operator
   */
  public StartupException(Exception cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }

  /**
   * Creates an exception with what led to it.
   *
   * @param sentence what is wrong and where, without a secret
   * @param cause for the log
   */
  public StartupException(String sentence, Throwable cause) {
    super(requireNonNull(sentence, "sentence"), cause);
  }
}
