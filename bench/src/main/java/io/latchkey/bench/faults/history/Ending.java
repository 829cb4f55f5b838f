package io.latchkey.bench.faults.history;

import java.util.List;

/**
 * What was seen when the fault was over and the load too. The operations are in the history as
 * well.
 *
 * @param lists one for each user and node
 * @param uses one for each token that was used at the end, and node
 * @param lastCreates the last event of each user
 */
public record Ending(List<Operation> lists, List<Operation> uses, List<Operation> lastCreates) {

  /** Copies the lists. */
  public Ending {
    lists = List.copyOf(lists);
    uses = List.copyOf(uses);
    lastCreates = List.copyOf(lastCreates);
  }
}
