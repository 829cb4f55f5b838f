/**
 * What the author of a provider extends and uses in tests: the contracts of the three interfaces of
 * the SPI, the directory that they expect, and the surroundings that a provider is made with.
 * Extended by the tests of providers; the contracts know nothing but {@code latchkey-spi}.
 */
@NullMarked
package io.latchkey.tck;

import org.jspecify.annotations.NullMarked;
