/**
 * Fills a directory that keeps entries of its own: the first start, and the import file. Called by
 * {@link io.latchkey.core.Latchkey} at start-up. Not exported.
 */
@NullMarked
package io.latchkey.core.directory;

import org.jspecify.annotations.NullMarked;
