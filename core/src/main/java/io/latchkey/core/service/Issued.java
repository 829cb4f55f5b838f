package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.token.ClearToken;
import io.latchkey.spi.token.StoredToken;

/**
 * A token that was created.
 *
 * @param token what is stored of it
 * @param clear the token in clear, to be handed out this once
 */
public record Issued(StoredToken token, ClearToken clear) {

  /** Refuses a null component. */
  public Issued {
    requireNonNull(token, "token");
    requireNonNull(clear, "clear");
  }
}
