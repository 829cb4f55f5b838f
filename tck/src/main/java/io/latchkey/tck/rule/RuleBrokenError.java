package io.latchkey.tck.rule;

/**
 * Says that a provider breaks a rule: which one, what it demands, what was seen, and which test to
 * look at.
 */
public final class RuleBrokenError extends AssertionError {

  private static final long serialVersionUID = 1L;

  /** The id of the rule. */
  private final String ruleId;

  RuleBrokenError(RuleBook.Entry rule, String test, Throwable seen) {
    super(
        rule.id()
            + " is broken: "
            + rule.sentence()
            + "\nSeen: "
            + described(seen)
            + "\nWhy the rule is there: "
            + rule.intent()
            + "\nLook at: "
            + test
            + ", docs/rules.md#"
            + rule.id().toLowerCase(java.util.Locale.ROOT),
        seen);
    this.ruleId = rule.id();
  }

  private static String described(Throwable seen) {
    return seen instanceof AssertionError && seen.getMessage() != null
        ? seen.getMessage().strip()
        : "the provider threw " + seen;
  }

  /**
   * The id of the rule.
   *
   * @return {@code TS-n}, {@code UD-n} or {@code PC-n}
   */
  public String ruleId() {
    return ruleId;
  }
}
