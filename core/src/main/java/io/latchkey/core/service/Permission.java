package io.latchkey.core.service;

/** The permissions that the calls on tokens ask for. */
public enum Permission {
  /** To see the tokens of a user. */
  USER_READ("user.read"),
  /** To create and remove tokens of a user. */
  USER_WRITE("user.write");

  private final String text;

  Permission(String text) {
    this.text = text;
  }

  /**
   * The permission as the contract and the {@code PermissionChecker} know it.
   *
   * @return such as {@code user.write}
   */
  public String text() {
    return text;
  }
}
