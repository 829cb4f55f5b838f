/**
 * Who may do what: {@link io.latchkey.spi.permission.PermissionChecker} and its values. Implemented
 * by providers over role grants, groups or the host's own policies; called by {@code latchkey-core}
 * at every operation, so that a token is never more than its owner.
 */
@NullMarked
package io.latchkey.spi.permission;

import org.jspecify.annotations.NullMarked;
