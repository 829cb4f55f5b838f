package io.latchkey.ldap.permission;

/** What of a user a group holds. */
public enum MemberValue {
  /** The DN, as {@code member} and {@code uniqueMember} do. */
  DN,
  /** The id. */
  ID,
  /** The login name, as {@code memberUid} does. */
  LOGIN
}
