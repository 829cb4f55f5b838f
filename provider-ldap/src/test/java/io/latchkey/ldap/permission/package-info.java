/** Groups of directory servers: contracts, lookups and grants. */
@NullMarked
package io.latchkey.ldap.permission;

import org.jspecify.annotations.NullMarked;
