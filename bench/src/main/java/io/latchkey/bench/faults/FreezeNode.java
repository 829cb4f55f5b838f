package io.latchkey.bench.faults;

import io.latchkey.bench.faults.history.ClockStep;
import io.latchkey.bench.faults.site.Node;
import io.latchkey.bench.faults.site.Site;
import java.util.List;

/**
 * SIGSTOP of a node for ten seconds.
 *
 * @param name of the fault
 * @param where the node is
 */
record FreezeNode(String name, Place where) implements Fault {

  @Override
  public Site site() throws Exception {
    return where.site();
  }

  @Override
  public List<ClockStep> strike(Strike strike) throws Exception {
    List<Node> nodes = site().nodes();
    Node node = nodes.get(strike.random().nextInt(nodes.size()));
    node.freeze();
    try {
      Waiting.forDuration(Waiting.TEN_SECONDS);
    } finally {
      node.thaw();
    }
    return List.of();
  }
}
