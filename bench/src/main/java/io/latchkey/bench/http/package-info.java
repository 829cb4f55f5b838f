/** A client of HTTP that costs next to nothing, so that what is measured is the server. */
@NullMarked
package io.latchkey.bench.http;

import org.jspecify.annotations.NullMarked;
