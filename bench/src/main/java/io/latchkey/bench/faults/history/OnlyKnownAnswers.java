package io.latchkey.bench.faults.history;

import io.latchkey.bench.faults.history.Operation.Kind;
import java.util.function.Consumer;

/**
 * A server says yes, no, or that it could not tell; it says no to nobody whose token is valid, as
 * that of the administrator is all the time, and yes to no token that nobody gave out.
 */
final class OnlyKnownAnswers implements Rule {

  @Override
  public void check(Facts facts, Consumer<Violation> broken) {
    for (Operation o : facts.operations()) {
      if (o.outcome() == Outcome.UNEXPECTED) {
        broken.accept(new Violation("an answer that no server should give", o));
      }
      if (o.is(Kind.USE_OF_STRANGER, Outcome.OK)) {
        broken.accept(new Violation("a token that nobody gave out was accepted", o));
      }
      if (o.is(Kind.CREATE_EXPIRED, Outcome.OK)) {
        broken.accept(new Violation("a token was created that was expired already", o));
      }
      boolean byToken = o.isUse() || o.kind() == Kind.USE_OF_STRANGER;
      if (!byToken && o.outcome() == Outcome.UNAUTHORIZED) {
        broken.accept(new Violation("the administrator was answered 401", o));
      }
      boolean create = o.isCreate() || o.kind() == Kind.LIST;
      if (create && o.outcome() == Outcome.REFUSED) {
        broken.accept(new Violation("what is permitted was refused", o));
      }
    }
  }
}
