/**
 * Finds the providers of the SPI, chooses one for each interface by configuration, makes and closes
 * them. Called once, at start-up.
 */
@NullMarked
package io.latchkey.core.provider;

import org.jspecify.annotations.NullMarked;
