/** Clients that create, use, list and remove tokens all the time, and what they see at the end. */
@NullMarked
package io.latchkey.bench.faults.load;

import org.jspecify.annotations.NullMarked;
