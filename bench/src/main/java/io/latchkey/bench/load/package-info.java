/**
 * The whole under load, over HTTP: each call beside its own limit, on each of the stores. {@code
 * bench/run} starts it.
 */
@NullMarked
package io.latchkey.bench.load;

import org.jspecify.annotations.NullMarked;
