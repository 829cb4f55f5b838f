/** Packaged servers in processes of their own, what they keep their data in, and calls to them. */
@NullMarked
package io.latchkey.bench.faults.site;

import org.jspecify.annotations.NullMarked;
