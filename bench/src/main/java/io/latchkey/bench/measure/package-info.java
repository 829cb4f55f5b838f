/** How load is made, and what came of it: rates and times. Knows nothing of what is measured. */
@NullMarked
package io.latchkey.bench.measure;

import org.jspecify.annotations.NullMarked;
