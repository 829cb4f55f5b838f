package io.latchkey.core.service;

import io.latchkey.spi.token.TokenOwner;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids as they come in requests: any strings, of which most can be nobody's. */
final class Ids {

  /** As {@code tokenId} is written, without signs and leading zeros. */
  private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]{0,18}");

  private Ids() {}

  /** The number of a token; absent if no token can have that id. */
  static Optional<Long> tokenId(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  /** The owner of tokens; absent if nobody can have those ids. */
  static Optional<TokenOwner> owner(String organizationId, String userId) {
    try {
      return Optional.of(new TokenOwner(organizationId, userId));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
