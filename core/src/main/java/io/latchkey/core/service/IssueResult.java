package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.token.ClearToken;
import io.latchkey.spi.token.StoredToken;

/** The answer of {@link TokenIssuer#create}. */
public sealed interface IssueResult {

  /**
   * The token is created.
   *
   * @param token what is stored of it
   * @param clear the token in clear, to be handed out this once
   */
  record Issued(StoredToken token, ClearToken clear) implements IssueResult {

    /** Refuses a null component. */
    public Issued {
      requireNonNull(token, "token");
      requireNonNull(clear, "clear");
    }
  }

  /**
   * Nothing was created.
   *
   * @param reason the first check that failed
   */
  record Refused(Refusal reason) implements IssueResult {

    /** Refuses a null component. */
    public Refused {
      requireNonNull(reason, "reason");
    }
  }
}
