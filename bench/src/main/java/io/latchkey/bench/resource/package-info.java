/**
 * What is added to the packaged server to be measured beside it: a resource that does nothing, and
 * the same behind the bearer filter. Built into a jar of its own, for the server's class path.
 */
@NullMarked
package io.latchkey.bench.resource;

import org.jspecify.annotations.NullMarked;
