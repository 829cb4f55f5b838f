/**
 * What the three interfaces have in common: how a provider is made, configured, checked and closed,
 * and how it says that it could not tell. Implemented by providers; called by {@code latchkey-core}
 * alone.
 *
 * <p><b>Three kinds of outcome, never mixed.</b> (1) An answer is a value: an {@link
 * java.util.Optional} or a result type. "No such user" and "denied" are answers. (2) "Could not
 * tell" is a {@link io.latchkey.spi.ProviderUnavailableException}. (3) A caller's mistake is a
 * {@link NullPointerException} or an {@link IllegalArgumentException} that names the argument.
 */
@NullMarked
package io.latchkey.spi;

import org.jspecify.annotations.NullMarked;
