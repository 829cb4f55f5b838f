package io.latchkey.bench.faults.history;

import java.util.function.Consumer;

/** What a history must keep. */
@FunctionalInterface
interface Rule {

  /** Tells of each place where it is broken. */
  void check(Facts facts, Consumer<Violation> broken);
}
