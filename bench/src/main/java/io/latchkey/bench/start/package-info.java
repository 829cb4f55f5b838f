/** How long the packaged server takes to its first answer, and how much memory. */
@NullMarked
package io.latchkey.bench.start;

import org.jspecify.annotations.NullMarked;
