/** Steps the clock of a running JVM, by an agent that is loaded into it. */
@NullMarked
package io.latchkey.bench.faults.clock;

import org.jspecify.annotations.NullMarked;
