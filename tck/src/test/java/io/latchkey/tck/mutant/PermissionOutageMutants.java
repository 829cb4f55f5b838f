package io.latchkey.tck.mutant;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.permission.ForwardingPermissionChecker;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.tck.PermissionCheckerBackend;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Checkers that say something else than "could not tell", or do not come back. */
final class PermissionOutageMutants {

  private static final Duration LIMIT = Duration.ofMillis(200);
  private static final Set<String> KNOWN = Set.of("tck-ORG_OWNER", "tck-IAM_OWNER");

  static final List<Mutant<PermissionCheckerBackend>> ALL =
      List.of(
          around("PC-26", "connects when it is made", PermissionOutageMutants::connected),
          around(
              "PC-27",
              "is lost once its first call has failed",
              right -> WrongPermissionCheckers.check(losing(true)).apply(right)),
          around("PC-28", "throws from check()", PermissionOutageMutants::throwing),
          around(
              "PC-29",
              "permits what it once permitted",
              WrongPermissionCheckers.check(
                  (right, request) -> instead(right, request, true, PERMIT))),
          around(
              "PC-30",
              "takes an outage for no membership",
              WrongPermissionCheckers.check(
                  (right, request) -> instead(right, request, false, NO_MEMBERSHIP))),
          new Mutant<>("PC-31", "waits for longer than it says", Slow::new),
          around(
              "PC-32",
              "is lost once a call has failed after others",
              right -> WrongPermissionCheckers.check(losing(false)).apply(right)),
          around("PC-33", "closes only what answers", PermissionOutageMutants::clinging));

  private PermissionOutageMutants() {}

  private static Mutant<PermissionCheckerBackend> around(
      String rule, String wrong, UnaryOperator<PermissionChecker> around) {
    return WrongPermissionCheckers.mutant(rule, wrong, () -> around);
  }

  private static PermissionChecker connected(PermissionChecker right) {
    requireWell(right);
    return right;
  }

  private static void requireWell(PermissionChecker right) {
    if (!right.check().isOk()) {
      throw new ProviderUnavailableException("cannot connect", Effect.NONE, null);
    }
  }

  private static PermissionChecker throwing(PermissionChecker right) {
    return new ForwardingPermissionChecker(right) {
      @Override
      public CheckResult check() {
        requireWell(right);
        return super.check();
      }
    };
  }

  private static PermissionChecker clinging(PermissionChecker right) {
    return new ForwardingPermissionChecker(right) {
      private volatile boolean closed;

      @Override
      public void close() {
        if (!closed) {
          requireWell(right);
        }
        closed = true;
        super.close();
      }
    };
  }

  private static PermissionDecision instead(
      PermissionChecker right,
      PermissionRequest request,
      boolean isKnown,
      PermissionDecision decision) {
    try {
      return right.check(request);
    } catch (ProviderUnavailableException e) {
      if (KNOWN.contains(request.caller().userId()) == isKnown) {
        return decision;
      }
      throw e;
    }
  }

  /** Knows nobody any more after a failure, if that was the first call or if it was not. */
  private static BiFunction<PermissionChecker, PermissionRequest, PermissionDecision> losing(
      boolean first) {
    AtomicInteger calls = new AtomicInteger();
    AtomicBoolean lost = new AtomicBoolean();
    return (right, request) -> {
      boolean isFirst = calls.getAndIncrement() == 0;
      try {
        PermissionDecision decision = right.check(request);
        return lost.get() ? NO_MEMBERSHIP : decision;
      } catch (ProviderUnavailableException e) {
        if (isFirst == first) {
          lost.set(true);
        }
        throw e;
      }
    };
  }

  /** Each of its checkers waits for an answer that does not come. */
  private static final class Slow extends WrongPermissionCheckers.Around {

    Slow() {
      super(
          WrongPermissionCheckers.check(
              (right, request) -> {
                try {
                  return right.check(request);
                } catch (ProviderUnavailableException e) {
                  long start = System.nanoTime();
                  while (System.nanoTime() - start < LIMIT.multipliedBy(2).toNanos()) {
                    LockSupport.parkNanos(LIMIT.toNanos());
                  }
                  throw e;
                }
              }));
    }

    @Override
    public Duration timeLimit() {
      return LIMIT;
    }
  }
}
