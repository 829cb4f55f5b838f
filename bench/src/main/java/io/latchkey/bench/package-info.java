/**
 * How fast Latchkey is beside the limits of the parts below it. What is here is started from the
 * command line, and compares within one run.
 */
@NullMarked
package io.latchkey.bench;

import org.jspecify.annotations.NullMarked;
