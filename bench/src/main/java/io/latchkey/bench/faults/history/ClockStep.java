package io.latchkey.bench.faults.history;

/**
 * A time in which the clock of a node was beyond the expiration date of every short-lived token.
 *
 * @param node the number of the node
 * @param start when the clock had been stepped forward, by {@link System#nanoTime}
 * @param end when it began to be stepped back
 */
public record ClockStep(int node, long start, long end) {

  /** Whether an operation was in it, and began after the bound. */
  boolean covers(Operation operation, long boundNanos) {
    return operation.server().node() == node
        && operation.start() - start > boundNanos
        && operation.end() < end;
  }
}
