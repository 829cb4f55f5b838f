/**
 * Providers that keep everything in memory, for tests of what is built on the SPI. Each can be made
 * unavailable, so that a test sees what becomes of its caller. Their factories are not registered
 * with {@link java.util.ServiceLoader}: a test hands them over or registers them itself.
 */
@NullMarked
package io.latchkey.tck.memory;

import org.jspecify.annotations.NullMarked;
