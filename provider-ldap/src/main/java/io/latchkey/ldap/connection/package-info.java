/**
 * Connections to directory servers: fail-over, TLS, bind, pool, time limits, and the SPI's words
 * for failure. Used by the three providers, which never see a connection.
 */
@NullMarked
package io.latchkey.ldap.connection;

import org.jspecify.annotations.NullMarked;
