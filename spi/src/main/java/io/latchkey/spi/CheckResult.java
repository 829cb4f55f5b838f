package io.latchkey.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The answer of {@link Provider#check()}.
 *
 * @param problem one sentence that tells an operator what is wrong and where; absent when all is
 *     well
 */
public record CheckResult(Optional<String> problem) {

  private static final CheckResult OK = new CheckResult(Optional.empty());

  /** Refuses a null component. */
  public CheckResult {
    requireNonNull(problem, "problem");
  }

  /**
   * All is well.
   *
   * @return a result without a problem
   */
  public static CheckResult ok() {
    return OK;
  }

  /**
   * Operations are likely to fail.
   *
   * @param problem one sentence, without a secret
   * @return a result with that problem
   */
  public static CheckResult failed(String problem) {
    return new CheckResult(Optional.of(problem));
  }

  /**
   * Whether all is well.
   *
   * @return true if there is no problem
   */
  public boolean isOk() {
    return problem.isEmpty();
  }
}
