package io.latchkey.bench.faults;

import io.latchkey.bench.faults.history.ClockStep;
import io.latchkey.bench.faults.site.Node;
import io.latchkey.bench.faults.site.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code kill -9} of some nodes, which are started again at once.
 *
 * @param name of the fault
 * @param where the nodes are
 * @param count how many of them, chosen at random
 */
record KillNodes(String name, Place where, int count) implements Fault {

  @Override
  public Site site() throws Exception {
    return where.site();
  }

  @Override
  public List<ClockStep> strike(Strike strike) throws Exception {
    List<Node> nodes = new ArrayList<>(site().nodes());
    Collections.shuffle(nodes, strike.random());
    List<Node> killed = nodes.subList(0, count);
    for (Node node : killed) {
      node.kill();
    }
    for (Node node : killed) {
      node.start();
    }
    for (Node node : killed) {
      node.awaitReady();
    }
    return List.of();
  }
}
