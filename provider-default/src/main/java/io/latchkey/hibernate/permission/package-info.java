/**
 * {@link io.latchkey.spi.permission.PermissionChecker} over the role grants of the directory. Made
 * by the factory in {@code io.latchkey.hibernate}.
 */
@NullMarked
package io.latchkey.hibernate.permission;

import org.jspecify.annotations.NullMarked;
