/**
 * Where tokens are kept: {@link io.latchkey.spi.token.TokenStore} and its values. Implemented by
 * storage providers; called by {@code latchkey-core}, which makes tokens, digests them, and decides
 * who may do what. A store decides nothing and never sees a token in clear.
 */
@NullMarked
package io.latchkey.spi.token;

import org.jspecify.annotations.NullMarked;
