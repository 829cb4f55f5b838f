/**
 * What becomes of it with many tokens: the same calls on a small and on a large table, in turns,
 * and a sweep of expired tokens while calls go on. {@code bench/growth} starts it.
 */
@NullMarked
package io.latchkey.bench.growth;

import org.jspecify.annotations.NullMarked;
