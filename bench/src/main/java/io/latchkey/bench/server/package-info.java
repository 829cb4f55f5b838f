/** The servers that load runs are against, each in a process of its own. */
@NullMarked
package io.latchkey.bench.server;

import org.jspecify.annotations.NullMarked;
