package io.latchkey.spi.directory;

/** Whether a user may act. Only an {@link #ACTIVE} one may; the others differ in why. */
public enum UserState {
  /** May act. */
  ACTIVE,
  /** Was switched off by an administrator. */
  INACTIVE,
  /** Was locked, by an administrator or by a policy; perhaps for a time only. */
  LOCKED,
  /** Is gone, and still remembered. */
  DELETED
}
