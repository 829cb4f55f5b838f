/**
 * The certificate and the key of the server: read from the operator's files, and read again when
 * they change.
 */
@NullMarked
package io.latchkey.host.tls;

import org.jspecify.annotations.NullMarked;
