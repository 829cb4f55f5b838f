/** The threads in which a host does what is not a request's. Used within the core alone. */
@NullMarked
package io.latchkey.core.background;

import org.jspecify.annotations.NullMarked;
