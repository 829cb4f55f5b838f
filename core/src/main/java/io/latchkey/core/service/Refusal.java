package io.latchkey.core.service;

/** Why a request is refused, in the order in which it is checked. */
public enum Refusal {
  /** The organization that was named does not exist. */
  ORGANIZATION_UNKNOWN,
  /** The caller has no role in the organization acted in. */
  CALLER_NOT_MEMBER,
  /** The caller has roles there, and none of them holds the permission. */
  PERMISSION_MISSING,
  /** No user was named. */
  USER_ID_EMPTY,
  /** The token would have expired before now. */
  EXPIRATION_PASSED,
  /** There is no such user in the organization acted in. */
  USER_UNKNOWN,
  /** The user is not a machine user. */
  USER_NOT_MACHINE,
  /** The user is inactive or locked: its token could not work. */
  USER_NOT_ACTIVE
}
