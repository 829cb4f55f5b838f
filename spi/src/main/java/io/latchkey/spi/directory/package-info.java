/**
 * Who there is: {@link io.latchkey.spi.directory.UserDirectory} and its values. Implemented by
 * providers over a database, a directory server or the host's own users; called by {@code
 * latchkey-core}, which decides what a user's kind and state mean for a token.
 */
@NullMarked
package io.latchkey.spi.directory;

import org.jspecify.annotations.NullMarked;
