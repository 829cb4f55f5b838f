/**
 * What was learned from the providers and may be said again for a stated time, so that a busy host
 * need not ask at each request. Used by {@link io.latchkey.core.Latchkey} alone, which puts it
 * between the services and the providers.
 */
@NullMarked
package io.latchkey.core.cache;

import org.jspecify.annotations.NullMarked;
