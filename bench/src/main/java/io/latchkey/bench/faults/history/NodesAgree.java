package io.latchkey.bench.faults.history;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** At the end every node lists the same tokens. */
final class NodesAgree implements Rule {

  @Override
  public void check(Facts facts, Consumer<Violation> broken) {
    Map<String, Operation> byUser = new HashMap<>();
    for (Operation list : facts.ending().lists()) {
      Operation other = byUser.putIfAbsent(list.user(), list);
      if (other != null && !other.listed().equals(list.listed())) {
        broken.accept(new Violation("two nodes list different tokens at the end", other, list));
      }
    }
  }
}
