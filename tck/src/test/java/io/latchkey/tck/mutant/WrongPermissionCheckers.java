package io.latchkey.tck.mutant;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.ForwardingPermissionChecker;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.spi.permission.PermittedOrganizations;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.PermissionCheckerBackend;
import io.latchkey.tck.memory.InMemoryPermissionCheckerBackend;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes checkers of which one thing is wrong, around right ones in memory. */
final class WrongPermissionCheckers {

  private WrongPermissionCheckers() {}

  /** Around each checker of a backend; the operator is made anew for each backend. */
  static Mutant<PermissionCheckerBackend> mutant(
      String rule, String wrong, Supplier<UnaryOperator<PermissionChecker>> around) {
    return new Mutant<>(rule, wrong, () -> new Around(around.get()));
  }

  static UnaryOperator<PermissionChecker> check(
      BiFunction<PermissionChecker, PermissionRequest, PermissionDecision> wrong) {
    return right ->
        new ForwardingPermissionChecker(right) {
          @Override
          public PermissionDecision check(PermissionRequest request) {
            return wrong.apply(right, requireNonNull(request, "request"));
          }
        };
  }

  /** What is found instead. */
  interface WrongFind {
    Set<String> by(
        PermissionChecker checker, PermittedOrganizations right, Caller caller, String permission);
  }

  static UnaryOperator<PermissionChecker> find(WrongFind wrong) {
    return checker ->
        new ForwardingPermissionChecker(checker) {
          @Override
          public Optional<PermittedOrganizations> permittedOrganizations() {
            return super.permittedOrganizations()
                .map(
                    right ->
                        (caller, permission) ->
                            wrong.by(
                                checker,
                                right,
                                requireNonNull(caller, "caller"),
                                requireNonNull(permission, "permission")));
          }
        };
  }

  static PermissionRequest by(String userId, PermissionRequest request) {
    return new PermissionRequest(
        new Caller(userId, request.caller().organizationId()),
        request.permission(),
        request.organizationId(),
        request.userId());
  }

  static PermissionRequest in(String organizationId, PermissionRequest request) {
    return new PermissionRequest(
        request.caller(), request.permission(), organizationId, request.userId());
  }

  static PermissionRequest of(String permission, PermissionRequest request) {
    return new PermissionRequest(
        request.caller(), permission, request.organizationId(), request.userId());
  }

  /** A backend whose checkers are wrapped. */
  static class Around implements PermissionCheckerBackend {

    private final PermissionCheckerBackend right = new InMemoryPermissionCheckerBackend();
    private final UnaryOperator<PermissionChecker> around;

    Around(UnaryOperator<PermissionChecker> around) {
      this.around = around;
    }

    @Override
    public PermissionChecker open() {
      return around.apply(right.open());
    }

    @Override
    public void fill(DirectoryFixture fixture) {
      right.fill(fixture);
    }

    @Override
    public Set<Feature> features() {
      return right.features();
    }

    @Override
    public void interrupt() {
      right.interrupt();
    }

    @Override
    public void restore() {
      right.restore();
    }

    @Override
    public Duration timeLimit() {
      return right.timeLimit();
    }

    @Override
    public void close() {
      right.close();
    }
  }
}
