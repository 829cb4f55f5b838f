package io.latchkey.hibernate;

import java.util.ArrayList;
import java.util.List;

/**
 * The nodes of one test over a database. They share what is open, for to open it takes a second;
 * those that start while it is away are on their own.
 */
final class H2Nodes implements AutoCloseable {

  private final H2Context context;
  private final List<H2Context> late = new ArrayList<>();
  private boolean interrupted;
  private boolean wasInterrupted;

  H2Nodes(H2Context context) {
    this.context = context;
  }

  H2Context context() {
    return context;
  }

  /** Where the next provider is made. */
  H2Context next() {
    if (!interrupted) {
      return context;
    }
    H2Context node = context.nextStart();
    late.add(node);
    return node;
  }

  void interrupt() {
    interrupted = true;
    wasInterrupted = true;
    context.interrupt();
  }

  void restore() {
    interrupted = false;
    context.restore();
  }

  /** Ends the late nodes, and an interruption that has not ended; leaves a pool that is well. */
  @Override
  public void close() {
    late.forEach(H2Context::close);
    if (interrupted) {
      restore();
    }
    if (wasInterrupted) {
      context.warmUp();
    }
  }
}
