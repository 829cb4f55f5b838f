package io.latchkey.core.service;

/** Why a request is refused. */
public enum Refusal {
  /** The organization that was named does not exist. */
  ORGANIZATION_UNKNOWN,
  /** The caller has no role in the organization acted in. */
  CALLER_NOT_MEMBER,
  /** The caller has roles there, and none of them holds the permission. */
  PERMISSION_MISSING,
  /** The caller is not the user, and does not hold the permission where the user is. */
  NOT_SELF_AND_NOT_PERMITTED,
  /** No user was named. */
  USER_ID_EMPTY,
  /** A token must be given an expiration date in this call, and was not. */
  EXPIRATION_MISSING,
  /** The token would have expired before now. */
  EXPIRATION_PASSED,
  /** There is no such user in the organization acted in. */
  USER_UNKNOWN,
  /** The user is not a machine user. */
  USER_NOT_MACHINE,
  /** The user is inactive or locked: its token could not work. */
  USER_NOT_ACTIVE,
  /** The place to go on from is not one of the list that is asked for. */
  CURSOR_UNKNOWN,
  /** There is no such token, or it is another user's. */
  TOKEN_UNKNOWN
}
