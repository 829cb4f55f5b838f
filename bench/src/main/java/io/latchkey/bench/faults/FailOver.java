package io.latchkey.bench.faults;

import io.latchkey.bench.faults.history.ClockStep;
import io.latchkey.bench.faults.site.Site;
import io.latchkey.hibernate.postgres.PostgresCluster;
import java.util.List;

/**
 * {@code kill -9} of the primary of PostgreSQL; the synchronous standby becomes the primary, and
 * the dead one its standby while clients go on.
 *
 * @param name of the fault
 * @param sites where it is
 */
record FailOver(String name, Sites sites) implements Fault {

  @Override
  public Site site() throws Exception {
    return sites.cluster();
  }

  @Override
  public List<ClockStep> strike(Strike strike) {
    PostgresCluster cluster = sites.clusterServers();
    cluster.killPrimary();
    cluster.promote();
    cluster.rejoin();
    return List.of();
  }
}
