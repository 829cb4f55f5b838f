package io.latchkey.core.cache;

import io.latchkey.spi.permission.ForwardingPermissionChecker;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;

/**
 * A checker that need not be asked again for what it has permitted. What it has denied is asked for
 * each time.
 */
public final class RecentPermissions extends ForwardingPermissionChecker {

  /** Requests carry ids that may be of any length; those of what exists are no longer than this. */
  private static final int LONGEST_ID = 200;

  private final PermissionChecker permissions;
  private final RecentAnswers<PermissionRequest, PermissionDecision> permitted;

  /**
   * Creates it, knowing nothing.
   *
   * @param permissions who is asked
   * @param size the most permissions that are kept
   * @param revocations until when an answer may be given again
   */
  public RecentPermissions(PermissionChecker permissions, int size, Revocations revocations) {
    super(permissions);
    this.permissions = permissions;
    this.permitted =
        new RecentAnswers<>(size, revocations, PermissionDecision.PERMIT::equals, decision -> null);
  }

  @Override
  public PermissionDecision check(PermissionRequest request) {
    return request.organizationId().length() > LONGEST_ID
            || request.userId().filter(id -> id.length() > LONGEST_ID).isPresent()
        ? permissions.check(request)
        : permitted.get(request, () -> permissions.check(request));
  }
}
