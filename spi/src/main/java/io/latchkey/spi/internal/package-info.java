/**
 * The ranges that the values of the SPI share. Not exported: for the packages of this module alone.
 */
@NullMarked
package io.latchkey.spi.internal;

import org.jspecify.annotations.NullMarked;
