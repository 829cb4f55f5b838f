package io.latchkey.bench.faults.history;

import java.util.List;

/**
 * A rule that was broken.
 *
 * @param sentence what is wrong
 * @param operations those that show it, tokens by their ids
 */
public record Violation(String sentence, List<Operation> operations) {

  Violation(String sentence, Operation... operations) {
    this(sentence, List.of(operations));
  }

  /**
   * Tells it to a person.
   *
   * @param origin the instant from which to count, by {@link System#nanoTime}
   * @return some lines
   */
  public String describe(long origin) {
    StringBuilder text = new StringBuilder(sentence);
    operations.forEach(o -> text.append(System.lineSeparator() + "    " + o.describe(origin)));
    return text.toString();
  }
}
