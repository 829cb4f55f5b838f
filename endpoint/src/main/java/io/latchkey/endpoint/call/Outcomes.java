package io.latchkey.endpoint.call;

import io.latchkey.core.service.Outcome;
import io.latchkey.core.service.Refusal;
import io.latchkey.endpoint.error.Errors;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Status;
import java.util.function.Function;

/** What the core has done, or its refusal as an error of the contract. */
final class Outcomes {

  private Outcomes() {}

  static <T> T done(Outcome<T> outcome) {
    return done(outcome, Errors::of);
  }

  static <T> T done(Outcome<T> outcome, Function<Refusal, Status> error) {
    if (outcome instanceof Outcome.Done<T> done) {
      return done.value();
    }
    throw new CallException(error.apply(((Outcome.Refused<T>) outcome).reason()));
  }
}
