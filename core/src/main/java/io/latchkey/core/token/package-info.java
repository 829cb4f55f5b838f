/**
 * The token itself: how it is made and recognised, what is kept of it, how it is numbered. The only
 * place that handles tokens in clear.
 */
@NullMarked
package io.latchkey.core.token;

import org.jspecify.annotations.NullMarked;
