/**
 * A runnable server: Jersey on Jetty, chosen and wired by configuration. {@link
 * io.latchkey.host.Main} is started by an operator; {@link io.latchkey.host.Host} by tests and by
 * whoever embeds it.
 */
@NullMarked
package io.latchkey.host;

import org.jspecify.annotations.NullMarked;
