/**
 * What the contracts share among themselves. Not exported: for the packages of this module alone.
 */
@NullMarked
package io.latchkey.tck.internal;

import org.jspecify.annotations.NullMarked;
