/**
 * The entrance: {@link io.latchkey.core.Latchkey} is everything that a host needs, opened from
 * settings. Called by the endpoint and by hosts.
 */
@NullMarked
package io.latchkey.core;

import org.jspecify.annotations.NullMarked;
