package io.latchkey.bench.faults.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Checks a history by every rule. Immutable. */
public final class Checker {

  private static final List<Rule> RULES =
      List.of(
          new OnlyKnownAnswers(),
          new AcknowledgedTokensStay(),
          new OnlyCreatedTokens(),
          new RemovedTokensStayAway(),
          new ValidTokensAreNotRefused(),
          new ExpiredTokensAreRefused(),
          new SequencesCountEvents(),
          new IdsRise(),
          new NodesAgree());

  private final Duration bound;

  /**
   * Creates a checker.
   *
   * @param bound how long after the answer to a removal other nodes may still accept the token
   */
  public Checker(Duration bound) {
    this.bound = bound;
  }

  /**
   * Checks a history.
   *
   * @param history what clients did, the ending with it, in any order
   * @param ending what was seen at the end
   * @param steps when clocks were wrong
   * @return every place where a rule is broken; empty if none is
   */
  public List<Violation> check(List<Operation> history, Ending ending, List<ClockStep> steps) {
    Facts facts = new Facts(history, ending, steps, bound.toNanos());
    List<Violation> broken = new ArrayList<>();
    RULES.forEach(rule -> rule.check(facts, broken::add));
    return broken;
  }
}
