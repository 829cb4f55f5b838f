package io.latchkey.tck.mutant;

import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TokenStoreBackend;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A token store that breaks one rule and keeps all others.
 *
 * @param mutant the rule, and the wrong store
 * @param seen what the message of the failure must say of what was seen
 */
record TokenMutant(Mutant<TokenStoreBackend> mutant, String seen) {

  /** Of stores that are wrong without remembering anything beyond themselves. */
  static TokenMutant simple(
      String rule, String wrong, String seen, UnaryOperator<TokenStore> store) {
    return sharing(rule, wrong, seen, () -> (right, backend) -> store.apply(right));
  }

  /** Of stores that share something, or look into their backend. */
  static TokenMutant sharing(
      String rule, String wrong, String seen, Supplier<MutantBackend.Wrong> stores) {
    return over(rule, wrong, seen, () -> new MutantBackend(stores.get()));
  }

  /** Of a backend that is wrong itself. */
  static TokenMutant over(
      String rule, String wrong, String seen, Supplier<TokenStoreBackend> backend) {
    return new TokenMutant(new Mutant<>(rule, wrong, backend), seen);
  }

  @Override
  public String toString() {
    return mutant.toString();
  }
}
