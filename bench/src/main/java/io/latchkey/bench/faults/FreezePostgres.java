package io.latchkey.bench.faults;

import io.latchkey.bench.faults.history.ClockStep;
import io.latchkey.bench.faults.site.Site;
import java.util.List;

/**
 * SIGSTOP of PostgreSQL for ten seconds.
 *
 * @param name of the fault
 * @param sites where it is
 */
record FreezePostgres(String name, Sites sites) implements Fault {

  @Override
  public Site site() throws Exception {
    return sites.postgres();
  }

  @Override
  public List<ClockStep> strike(Strike strike) {
    sites.postgresServer().freeze();
    try {
      Waiting.forDuration(Waiting.TEN_SECONDS);
    } finally {
      sites.postgresServer().thaw();
    }
    return List.of();
  }
}
