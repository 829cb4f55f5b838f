package io.latchkey.endpoint.call;

import io.latchkey.endpoint.error.Errors;
import io.latchkey.endpoint.message.CallException;

/** The lengths that the contract allows for the ids in requests, counted in Unicode code points. */
final class FieldLength {

  private static final int MAX = 200;

  private FieldLength() {}

  /** 1 to 200, as the contract says of most ids. */
  static void require(String text, String field) {
    int length = text.codePointCount(0, text.length());
    if (length < 1 || length > MAX) {
      throw new CallException(
          Errors.invalid(field, "value length must be between 1 and " + MAX + " runes, inclusive"));
    }
  }
}
