/**
 * Providers over a directory server, under the id {@code ldap}: their factories and their keys.
 * Found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package io.latchkey.ldap;

import org.jspecify.annotations.NullMarked;
