package io.latchkey.bench.faults;

import io.latchkey.bench.faults.clock.SteppedClock;
import java.io.IOException;
import java.util.List;

/** All faults. */
final class Faults {

  private Faults() {}

  static List<Fault> all(Sites sites) throws IOException {
    return List.of(
        new KillNodes("h2-kill", sites::embedded, 1),
        new FreezeNode("h2-freeze", sites::embedded),
        new FillDisk("h2-disk-full", sites::embeddedOnSmallDisk, sites::embeddedDisk),
        new KillNodes("node-kill", sites::postgres, 1),
        new KillNodes("all-nodes-kill", sites::postgres, 3),
        new FreezeNode("node-freeze", sites::postgres),
        new StepClock("clock-step", sites::postgres, new SteppedClock(sites.folder())),
        new KillPostgres("postgres-kill", sites),
        new FreezePostgres("postgres-freeze", sites),
        new FillDisk("postgres-disk-full", sites::postgresOnSmallDisk, sites::postgresDisk),
        new FailOver("fail-over", sites));
  }
}
