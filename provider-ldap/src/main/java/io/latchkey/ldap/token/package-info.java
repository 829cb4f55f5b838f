/**
 * {@link io.latchkey.spi.token.TokenStore} in a directory: token entries, reservations of ids and
 * event counters, flat below one entry. Asks the server through {@code
 * io.latchkey.ldap.connection.LdapAccess} only, and relies on no more than that DNs are unique and
 * that one operation is atomic.
 */
@NullMarked
package io.latchkey.ldap.token;

import org.jspecify.annotations.NullMarked;
