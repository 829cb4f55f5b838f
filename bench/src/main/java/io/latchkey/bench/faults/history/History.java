package io.latchkey.bench.faults.history;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collects what clients did. Thread-safe. */
public final class History {

  private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();

  /** Creates an empty one. */
  public History() {}

  /**
   * Adds an operation that is over.
   *
   * @param operation what was done
   * @return the same
   */
  public Operation add(Operation operation) {
    operations.add(operation);
    return operation;
  }

  /**
   * What was done so far.
   *
   * @return a copy, in the order in which the operations ended, nearly
   */
  public List<Operation> operations() {
    return List.copyOf(operations);
  }
}
