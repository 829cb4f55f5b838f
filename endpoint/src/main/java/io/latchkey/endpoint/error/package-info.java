/**
 * The errors of the wire contract: codes, ids, texts, and how an outcome of the core becomes one.
 */
@NullMarked
package io.latchkey.endpoint.error;

import org.jspecify.annotations.NullMarked;
