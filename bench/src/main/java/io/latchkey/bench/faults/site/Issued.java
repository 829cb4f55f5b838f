package io.latchkey.bench.faults.site;

import io.latchkey.bench.faults.history.Operation;

/**
 * A token that a client was given. Not a record: nothing prints the token.
 *
 * <p>Immutable.
 */
public final class Issued {

  private final Operation create;
  private final String token;

  Issued(Operation create, String token) {
    this.create = create;
    this.token = token;
  }

  /**
   * Whose it is.
   *
   * @return the user
   */
  public String user() {
    return create.user();
  }

  /**
   * Its id, which is no secret.
   *
   * @return the id
   */
  public String id() {
    return create.token();
  }

  /**
   * How it was made.
   *
   * @return the create
   */
  public Operation create() {
    return create;
  }

  /**
   * The token itself.
   *
   * @return the secret
   */
  public String reveal() {
    return token;
  }
}
