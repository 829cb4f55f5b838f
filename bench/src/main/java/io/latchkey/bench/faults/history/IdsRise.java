package io.latchkey.bench.faults.history;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * No id is given to two tokens, and those that one server gives out rise, whatever its clock does.
 */
final class IdsRise implements Rule {

  @Override
  public void check(Facts facts, Consumer<Violation> broken) {
    List<Operation> creates =
        facts.operations().stream().filter(o -> o.isCreate() && o.outcome() == Outcome.OK).toList();
    Map<String, Operation> byId = new HashMap<>();
    for (Operation create : creates) {
      Operation other = byId.putIfAbsent(create.token(), create);
      if (other != null) {
        broken.accept(new Violation("two tokens have one id", other, create));
      }
    }
    creates.stream()
        .collect(groupingBy(Operation::server))
        .values()
        .forEach(
            ofServer ->
                new RisingNumbers("ids do not rise", o -> Long.parseLong(o.token()))
                    .check(ofServer, broken));
  }
}
