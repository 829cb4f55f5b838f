package io.latchkey.bench.faults;

import java.util.List;

/** All faults. */
final class Faults {

  private Faults() {}

  static List<Fault> all(Sites sites) {
    return List.of(
        new KillNodes("h2-kill", sites::embedded, 1), new FreezeNode("h2-freeze", sites::embedded));
  }
}
