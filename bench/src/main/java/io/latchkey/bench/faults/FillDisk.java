package io.latchkey.bench.faults;

import io.latchkey.bench.faults.history.ClockStep;
import io.latchkey.bench.faults.history.Operation.Kind;
import io.latchkey.bench.faults.site.Node;
import io.latchkey.bench.faults.site.Site;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The disk of the database is full for some seconds.
 *
 * @param name of the fault
 * @param where the nodes are
 * @param disk of their database; there once the nodes are
 */
record FillDisk(String name, Place where, Supplier<SmallDisk> disk) implements Fault {

  private static final Duration FOR = Duration.ofSeconds(4);
  private static final String FAR = "2090-01-01T00:00:00Z";
  private static final int MAX_TOKENS = 2000;

  @Override
  public Site site() throws Exception {
    return where.site();
  }

  @Override
  public List<ClockStep> strike(Strike strike) throws Exception {
    disk.get().fill();
    try {
      createUntilItIsFelt(strike);
      Waiting.forDuration(FOR);
    } finally {
      disk.get().free();
    }
    return List.of();
  }

  @Override
  public boolean mustBeFelt() {
    return true;
  }

  @Override
  public void require() {
    SmallDisk.tryOut();
  }

  /** A database that has room left in its files does not feel a full disk at once. */
  private void createUntilItIsFelt(Strike strike) throws Exception {
    Node node = site().nodes().get(0);
    for (int i = 0; i < MAX_TOKENS; i++) {
      String user = strike.users().get(i % strike.users().size());
      if (strike.calls().create(node, Kind.CREATE, user, FAR).isEmpty()) {
        return;
      }
    }
  }
}
