package io.latchkey.tck.mutant;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;

import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.tck.PermissionCheckerBackend;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Checkers that take one id for another. */
final class PermissionIdsMutants {

  static final List<Mutant<PermissionCheckerBackend>> ALL =
      List.of(
          hiding(
              "PC-14",
              "knows no characters beyond the BMP",
              id -> id.codePoints().anyMatch(Character::isSupplementaryCodePoint)),
          orAs(
              "PC-15",
              "takes an asterisk for a wildcard",
              request ->
                  request.caller().userId().endsWith("*")
                      ? WrongPermissionCheckers.by("tck-ORG_OWNER", request)
                      : request),
          orAs(
              "PC-16",
              "ignores blanks around users",
              request -> WrongPermissionCheckers.by(request.caller().userId().strip(), request)),
          orAs(
              "PC-17",
              "takes an asterisk for any organization",
              request ->
                  request.organizationId().endsWith("*")
                      ? WrongPermissionCheckers.in("tck-org-1", request)
                      : request),
          orAs(
              "PC-18",
              "ignores blanks around organizations",
              request -> WrongPermissionCheckers.in(request.organizationId().strip(), request)),
          hiding("PC-19", "has the first hundred only", id -> id.matches("tck-many-1.*")));

  private PermissionIdsMutants() {}

  private static Mutant<PermissionCheckerBackend> hiding(
      String rule, String wrong, Predicate<String> hidden) {
    return WrongPermissionCheckers.mutant(
        rule,
        wrong,
        () ->
            WrongPermissionCheckers.check(
                (right, request) -> {
                  PermissionDecision rightly = right.check(request);
                  return hidden.test(request.caller().userId()) ? NO_MEMBERSHIP : rightly;
                }));
  }

  /** Where the right one finds no membership, it is asked as for other ids. */
  private static Mutant<PermissionCheckerBackend> orAs(
      String rule, String wrong, UnaryOperator<PermissionRequest> as) {
    return WrongPermissionCheckers.mutant(
        rule,
        wrong,
        () ->
            WrongPermissionCheckers.check(
                (right, request) -> {
                  PermissionDecision rightly = right.check(request);
                  return rightly == NO_MEMBERSHIP ? right.check(as.apply(request)) : rightly;
                }));
  }
}
