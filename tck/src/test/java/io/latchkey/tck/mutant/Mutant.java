package io.latchkey.tck.mutant;

import java.util.function.Supplier;

/**
 * A provider that breaks one rule and keeps all others.
 *
 * @param rule the id of the rule
 * @param wrong in which way it is wrong, a few words
 * @param backend makes its backend, for each test
 */
record Mutant<B>(String rule, String wrong, Supplier<B> backend) {

  @Override
  public String toString() {
    return rule + ": " + wrong;
  }
}
