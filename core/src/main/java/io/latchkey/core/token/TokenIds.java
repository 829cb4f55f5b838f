package io.latchkey.core.token;

import java.util.Optional;
import java.util.regex.Pattern;

/** Ids of tokens as they come in requests: any strings, of which most can be nobody's. */
public final class TokenIds {

  /** As {@code tokenId} is written, without signs and leading zeros. */
  private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]{0,18}");

  private TokenIds() {}

  /**
   * The number of a token.
   *
   * @param text any string
   * @return the number, 1 or more; absent if no token can have that id
   */
  public static Optional<Long> parse(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }
}
