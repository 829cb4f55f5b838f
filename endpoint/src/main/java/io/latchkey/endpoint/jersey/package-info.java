/**
 * The drop-in for Jersey: on the class path it is enough; where discovery is switched off, {@link
 * io.latchkey.endpoint.jersey.LatchkeyFeature} is registered by hand. The only package that knows
 * Jersey and HK2.
 */
@NullMarked
package io.latchkey.endpoint.jersey;

import org.jspecify.annotations.NullMarked;
