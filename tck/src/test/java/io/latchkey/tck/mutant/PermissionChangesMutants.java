package io.latchkey.tck.mutant;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMISSION_MISSING;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;

import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.tck.PermissionCheckerBackend;
import java.util.List;
import java.util.function.Predicate;

/** Checkers that remember for too long. */
final class PermissionChangesMutants {

  private static final String ORGANIZATION = "tck-org-1";

  static final List<Mutant<PermissionCheckerBackend>> ALL =
      List.of(
          remembering(
              "PC-20",
              "remembers roles that were withdrawn",
              PERMIT,
              NO_MEMBERSHIP,
              request -> isHere(request)),
          remembering(
              "PC-21",
              "remembers that there was no role",
              NO_MEMBERSHIP,
              PERMIT,
              request -> isHere(request)),
          remembering(
              "PC-22",
              "remembers the role before",
              PERMIT,
              PERMISSION_MISSING,
              request -> isHere(request)),
          remembering(
              "PC-23",
              "remembers roles in the whole instance",
              PERMIT,
              NO_MEMBERSHIP,
              request -> request.caller().userId().startsWith("tck-IAM_")),
          remembering(
              "PC-24",
              "remembers that there was no role in the whole instance",
              NO_MEMBERSHIP,
              PERMIT,
              request -> !isHere(request)),
          remembering(
              "PC-25",
              "remembers users that are gone",
              PERMIT,
              NO_MEMBERSHIP,
              request -> request.caller().userId().equals("tck-elsewhere")));

  private PermissionChangesMutants() {}

  private static boolean isHere(PermissionRequest request) {
    return request.organizationId().equals(ORGANIZATION);
  }

  /** Answers as it did first, where the right answer has come to be another. */
  private static Mutant<PermissionCheckerBackend> remembering(
      String rule,
      String wrong,
      PermissionDecision first,
      PermissionDecision now,
      Predicate<PermissionRequest> where) {
    return WrongPermissionCheckers.mutant(
        rule,
        wrong,
        () -> {
          Remembered<PermissionRequest, PermissionDecision> seen = new Remembered<>();
          return WrongPermissionCheckers.check(
              (right, request) -> {
                PermissionDecision rightly = right.check(request);
                PermissionDecision old = seen.first(request, rightly);
                return old == first && rightly == now && where.test(request) ? old : rightly;
              });
        });
  }
}
