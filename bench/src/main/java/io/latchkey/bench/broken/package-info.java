/** Broken requests against the packaged server: the right answers, in time, and no more heap. */
@NullMarked
package io.latchkey.bench.broken;

import org.jspecify.annotations.NullMarked;
