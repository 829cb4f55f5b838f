package io.latchkey.spi.token;

import static java.util.Objects.requireNonNull;

/** The answer of {@link TokenStore#create}. */
public sealed interface CreateResult {

  /**
   * The token is stored.
   *
   * @param token the token with the sequence of its creation
   */
  record Created(StoredToken token) implements CreateResult {

    /** Refuses a null component. */
    public Created {
      requireNonNull(token, "token");
    }
  }

  /** A token with that id or with that digest is there already; nothing was changed. */
  record Duplicate() implements CreateResult {}
}
