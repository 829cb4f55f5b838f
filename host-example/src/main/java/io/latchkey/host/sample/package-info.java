/**
 * An LDAP directory with sample entries, to try the server with where there is none. Started by
 * {@code Main} alone.
 */
@NullMarked
package io.latchkey.host.sample;

import org.jspecify.annotations.NullMarked;
