package io.latchkey.bench.faults;

import io.latchkey.bench.faults.history.ClockStep;
import io.latchkey.bench.faults.site.Site;
import java.util.List;

/**
 * {@code kill -9} of PostgreSQL, which is started again at once.
 *
 * @param name of the fault
 * @param sites where it is
 */
record KillPostgres(String name, Sites sites) implements Fault {

  @Override
  public Site site() throws Exception {
    return sites.postgres();
  }

  @Override
  public List<ClockStep> strike(Strike strike) {
    sites.postgresServer().kill();
    sites.postgresServer().restart();
    return List.of();
  }
}
