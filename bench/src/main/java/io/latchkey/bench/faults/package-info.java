/**
 * Rounds of faults under load, with a history that is checked afterwards; started from the command
 * line.
 */
@NullMarked
package io.latchkey.bench.faults;

import org.jspecify.annotations.NullMarked;
