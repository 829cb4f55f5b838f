package io.latchkey.bench.faults.history;

/** What a client knows after a call. */
public enum Outcome {
  /** It was done; a token that was used was accepted. */
  OK,
  /** It was refused for good, with 4xx but not 401. */
  REFUSED,
  /** 401: the token of the caller was not accepted. */
  UNAUTHORIZED,
  /** 503: the server could not tell. */
  COULD_NOT_TELL,
  /** No answer came. */
  NO_ANSWER,
  /** Any other answer, which no server should give. */
  UNEXPECTED;

  /** Whether a change that was asked for may have happened or not. */
  boolean isUncertain() {
    return this == COULD_NOT_TELL || this == NO_ANSWER || this == UNEXPECTED;
  }
}
