/**
 * What clients asked servers for and were answered, and the rules that such a history must keep.
 * Pure: it starts nothing and asks nobody.
 */
@NullMarked
package io.latchkey.bench.faults.history;

import org.jspecify.annotations.NullMarked;
