/** What a run leaves: a table of ratios, a picture of them, and the machine that it ran on. */
@NullMarked
package io.latchkey.bench.report;

import org.jspecify.annotations.NullMarked;
