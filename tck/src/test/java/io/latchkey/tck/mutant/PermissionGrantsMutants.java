package io.latchkey.tck.mutant;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMISSION_MISSING;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;

import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.tck.PermissionCheckerBackend;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Checkers that take one grant for another. */
final class PermissionGrantsMutants {

  private static final String ORGANIZATION = "tck-org-1";
  private static final String OTHER = "tck-org-2";
  private static final String READ = "user.read";
  private static final String WRITE = "user.write";

  static final List<Mutant<PermissionCheckerBackend>> ALL =
      List.of(
          instead(
              "PC-1",
              "lets a user manager read alone",
              asked("tck-ORG_USER_MANAGER", WRITE, ORGANIZATION),
              PERMISSION_MISSING),
          instead(
              "PC-2",
              "lets a viewer write",
              asked("tck-IAM_OWNER_VIEWER", WRITE, ORGANIZATION),
              PERMIT),
          instead(
              "PC-3",
              "keeps a manager of all in its own organization",
              asked("tck-IAM_ORG_MANAGER", WRITE, OTHER),
              NO_MEMBERSHIP),
          instead(
              "PC-4",
              "keeps a viewer of all in its own organization",
              asked("tck-IAM_OWNER_VIEWER", READ, OTHER),
              NO_MEMBERSHIP),
          instead(
              "PC-5",
              "knows nobody in an organization that cannot be",
              request -> request.organizationId().length() > 200,
              NO_MEMBERSHIP),
          instead(
              "PC-6",
              "takes a role elsewhere for a membership",
              asked("tck-ORG_OWNER", READ, OTHER),
              PERMISSION_MISSING),
          instead(
              "PC-7",
              "takes belonging for a membership",
              asked("tck-elsewhere", WRITE, ORGANIZATION),
              PERMISSION_MISSING),
          instead(
              "PC-8",
              "takes everybody for a member",
              asked("tck-nobody", READ, ORGANIZATION),
              PERMISSION_MISSING),
          instead(
              "PC-9",
              "reads one role of several",
              asked("tck-both", WRITE, ORGANIZATION),
              PERMISSION_MISSING),
          instead(
              "PC-10",
              "forgets the whole instance beside a role here",
              asked("tck-mixed", READ, OTHER),
              NO_MEMBERSHIP),
          mutant(
              "PC-11",
              "ignores letter case of permissions",
              (right, request) ->
                  right.check(
                      WrongPermissionCheckers.of(
                          request.permission().toLowerCase(Locale.ROOT), request))),
          instead(
              "PC-12",
              "skips roles without permissions",
              request -> request.caller().userId().equals("tck-empty"),
              NO_MEMBERSHIP),
          instead(
              "PC-13",
              "refuses what is about another",
              request -> request.userId().filter(id -> !isCaller(id, request)).isPresent(),
              PERMISSION_MISSING));

  private PermissionGrantsMutants() {}

  private static boolean isCaller(String userId, PermissionRequest request) {
    return request.caller().userId().equals(userId);
  }

  private static Predicate<PermissionRequest> asked(
      String userId, String permission, String organizationId) {
    return request ->
        isCaller(userId, request)
            && request.permission().equals(permission)
            && request.organizationId().equals(organizationId);
  }

  private interface Check {
    PermissionDecision by(PermissionChecker right, PermissionRequest request);
  }

  private static Mutant<PermissionCheckerBackend> mutant(String rule, String wrong, Check check) {
    return WrongPermissionCheckers.mutant(
        rule, wrong, () -> WrongPermissionCheckers.check(check::by));
  }

  private static Mutant<PermissionCheckerBackend> instead(
      String rule, String wrong, Predicate<PermissionRequest> when, PermissionDecision decision) {
    return mutant(
        rule,
        wrong,
        (right, request) -> {
          PermissionDecision rightly = right.check(request);
          return when.test(request) ? decision : rightly;
        });
  }
}
