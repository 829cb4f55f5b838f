package io.latchkey.spi.directory;

/** What a user is. */
public enum UserKind {
  /** A service account: the only kind that may have personal access tokens. */
  MACHINE,
  /** A person. */
  HUMAN
}
