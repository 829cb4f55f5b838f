package io.latchkey.spi.permission;

/** The answer of {@link PermissionChecker#check}. */
public enum PermissionDecision {
  /** The caller may. */
  PERMIT,
  /** The caller may not: it has no role there at all. */
  NO_MEMBERSHIP,
  /** The caller may not: it has roles there, and none of them holds the permission. */
  PERMISSION_MISSING
}
