/** Load runs, started from the command line. Each compares within one run. */
@NullMarked
package io.latchkey.bench;

import org.jspecify.annotations.NullMarked;
