package io.latchkey.core.service;

import io.latchkey.spi.token.TokenOwner;
import java.util.Optional;

/** Owners of tokens as they come in requests: any strings. */
final class Owners {

  private Owners() {}

  /** The owner of tokens; absent if nobody can have those ids. */
  static Optional<TokenOwner> of(String organizationId, String userId) {
    try {
      return Optional.of(new TokenOwner(organizationId, userId));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
