package io.latchkey.tck.mutant;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.tck.mutant.WrongPermissionCheckers.check;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.permission.ForwardingPermissionChecker;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.tck.PermissionCheckerBackend;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Checkers that are closed wrongly, or shared wrongly among threads. */
final class PermissionCheckerLifecycleMutants {

  static final List<Mutant<PermissionCheckerBackend>> ALL =
      List.of(
          around("PC-34", "is not well before its first call", () -> Idle::new),
          around(
              "PC-35",
              "has room for three threads",
              () -> PermissionCheckerLifecycleMutants::crowded),
          around("PC-36", "is closed once only", () -> Once::new),
          around("PC-37", "closes what others use", PermissionCheckerLifecycleMutants::sharing),
          around("PC-38", "loses all when it is closed", PermissionCheckerLifecycleMutants::losing),
          around(
              "PC-39",
              "knows nobody though closed",
              () ->
                  check(
                      (right, request) -> {
                        try {
                          return right.check(request);
                        } catch (IllegalStateException e) {
                          return NO_MEMBERSHIP;
                        }
                      })),
          around("PC-40", "is well though closed", () -> WellThoughClosed::new),
          around("PC-41", "knows nobody for null", () -> Lenient::new));

  private PermissionCheckerLifecycleMutants() {}

  private static Mutant<PermissionCheckerBackend> around(
      String rule, String wrong, Supplier<UnaryOperator<PermissionChecker>> around) {
    return WrongPermissionCheckers.mutant(rule, wrong, around);
  }

  private static PermissionChecker crowded(PermissionChecker right) {
    Crowd crowd = new Crowd();
    return check(
            (one, request) -> {
              PermissionDecision decision = one.check(request);
              return crowd.isTooMany() ? NO_MEMBERSHIP : decision;
            })
        .apply(right);
  }

  private static UnaryOperator<PermissionChecker> sharing() {
    List<PermissionChecker> open = new CopyOnWriteArrayList<>();
    return right -> {
      open.add(right);
      return new ForwardingPermissionChecker(right) {
        @Override
        public void close() {
          open.forEach(PermissionChecker::close);
        }
      };
    };
  }

  private static UnaryOperator<PermissionChecker> losing() {
    AtomicBoolean lost = new AtomicBoolean();
    return right ->
        new ForwardingPermissionChecker(right) {
          private final boolean isLate = lost.get();

          @Override
          public PermissionDecision check(PermissionRequest request) {
            PermissionDecision decision = super.check(request);
            return isLate ? NO_MEMBERSHIP : decision;
          }

          @Override
          public void close() {
            lost.set(true);
            super.close();
          }
        };
  }

  private static final class Idle extends ForwardingPermissionChecker {

    private volatile boolean used;

    Idle(PermissionChecker right) {
      super(right);
    }

    @Override
    public PermissionDecision check(PermissionRequest request) {
      used = true;
      return super.check(request);
    }

    @Override
    public CheckResult check() {
      CheckResult result = super.check();
      return result.isOk() && !used ? CheckResult.failed("not connected yet") : result;
    }
  }

  private static final class Once extends ForwardingPermissionChecker {

    private final AtomicBoolean closed = new AtomicBoolean();

    Once(PermissionChecker right) {
      super(right);
    }

    @Override
    public void close() {
      if (closed.getAndSet(true)) {
        throw new IllegalStateException("closed already");
      }
      super.close();
    }
  }

  private static final class WellThoughClosed extends ForwardingPermissionChecker {

    WellThoughClosed(PermissionChecker right) {
      super(right);
    }

    @Override
    public CheckResult check() {
      try {
        return super.check();
      } catch (IllegalStateException e) {
        return CheckResult.ok();
      }
    }
  }

  @SuppressWarnings("NullAway") // wrong in exactly that way
  private static final class Lenient extends ForwardingPermissionChecker {

    Lenient(PermissionChecker right) {
      super(right);
    }

    @Override
    public PermissionDecision check(PermissionRequest request) {
      return request == null ? NO_MEMBERSHIP : super.check(request);
    }
  }
}
