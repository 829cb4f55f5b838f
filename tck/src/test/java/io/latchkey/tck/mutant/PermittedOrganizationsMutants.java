package io.latchkey.tck.mutant;

import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static io.latchkey.tck.mutant.WrongPermissionCheckers.find;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.ForwardingPermissionChecker;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.spi.permission.PermittedOrganizations;
import io.latchkey.tck.PermissionCheckerBackend;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checkers that find the wrong organizations, or hand them out wrongly. */
final class PermittedOrganizationsMutants {

  private static final String OWNER = "tck-ORG_OWNER";

  static final List<Mutant<PermissionCheckerBackend>> ALL =
      List.of(
          around("PC-42", "names a feature that it has not", () -> Bare::new),
          new Mutant<>("PC-42", "has a feature that it does not name", Unnamed::new),
          changing(
              "PC-43",
              "finds the caller's own alone",
              (caller, found) ->
                  found.contains(caller.organizationId())
                      ? Set.of(caller.organizationId())
                      : found),
          of(
              "PC-44",
              "counts roles in the whole instance",
              (checker, right, caller, permission) ->
                  mayInTheOther(checker, caller, permission)
                      ? and(right.find(caller, permission), "tck-org-2")
                      : right.find(caller, permission)),
          of(
              "PC-45",
              "ignores letter case of permissions",
              (checker, right, caller, permission) ->
                  right.find(caller, permission.toLowerCase(Locale.ROOT))),
          changing(
              "PC-46",
              "takes belonging for a role",
              (caller, found) ->
                  caller.userId().equals("tck-nobody") && found.isEmpty()
                      ? Set.of(caller.organizationId())
                      : found),
          orAs("PC-47", "takes an asterisk for a wildcard", id -> id.endsWith("*") ? OWNER : id),
          orAs("PC-48", "ignores blanks around users", String::strip),
          changing(
              "PC-49",
              "normalizes ids",
              (caller, found) ->
                  found.stream()
                      .map(id -> Normalizer.normalize(id, Normalizer.Form.NFC))
                      .collect(Collectors.toSet())),
          changing(
              "PC-50",
              "has the first hundred only",
              (caller, found) -> found.stream().sorted().limit(100).collect(Collectors.toSet())),
          remembering(
              "PC-51", "remembers roles that were withdrawn", (first, now) -> and(first, now)),
          remembering(
              "PC-52",
              "remembers that there was no role",
              (first, now) -> now.stream().filter(first::contains).collect(Collectors.toSet())),
          around("PC-53", "hands out what its callers can change", () -> handingOut(false)),
          around("PC-53", "changes what it has handed out", () -> handingOut(true)),
          of(
              "PC-54",
              "takes an outage for no organization",
              (checker, right, caller, permission) -> {
                try {
                  return right.find(caller, permission);
                } catch (ProviderUnavailableException e) {
                  return Set.of();
                }
              }),
          of(
              "PC-55",
              "finds none though closed",
              (checker, right, caller, permission) -> {
                try {
                  return right.find(caller, permission);
                } catch (IllegalStateException e) {
                  return Set.of();
                }
              }),
          around("PC-56", "finds none for null", () -> Lenient::new));

  private PermittedOrganizationsMutants() {}

  private static Mutant<PermissionCheckerBackend> around(
      String rule, String wrong, Supplier<UnaryOperator<PermissionChecker>> around) {
    return WrongPermissionCheckers.mutant(rule, wrong, around);
  }

  private static Mutant<PermissionCheckerBackend> of(
      String rule, String wrong, WrongPermissionCheckers.WrongFind wrongly) {
    return around(rule, wrong, () -> find(wrongly));
  }

  private interface Change {
    Set<String> of(Caller caller, Set<String> found);
  }

  private static Mutant<PermissionCheckerBackend> changing(
      String rule, String wrong, Change change) {
    return of(
        rule,
        wrong,
        (checker, right, caller, permission) -> change.of(caller, right.find(caller, permission)));
  }

  /** Where the right one finds none, it is asked as for another user. */
  private static Mutant<PermissionCheckerBackend> orAs(
      String rule, String wrong, UnaryOperator<String> as) {
    return of(
        rule,
        wrong,
        (checker, right, caller, permission) -> {
          Set<String> found = right.find(caller, permission);
          return found.isEmpty()
              ? right.find(
                  new Caller(as.apply(caller.userId()), caller.organizationId()), permission)
              : found;
        });
  }

  /** Mixes what was found first into what is found now. */
  private static Mutant<PermissionCheckerBackend> remembering(
      String rule, String wrong, BinaryOperator<Set<String>> mixed) {
    return around(
        rule,
        wrong,
        () -> {
          Remembered<List<Object>, Set<String>> seen = new Remembered<>();
          return find(
              (checker, right, caller, permission) -> {
                Set<String> now = right.find(caller, permission);
                return mixed.apply(seen.first(List.of(caller, permission), now), now);
              });
        });
  }

  private static boolean mayInTheOther(
      PermissionChecker checker, Caller caller, String permission) {
    return !permission.isEmpty()
        && permission.length() <= 200
        && checker.check(new PermissionRequest(caller, permission, "tck-org-2", Optional.empty()))
            == PERMIT;
  }

  private static Set<String> and(Set<String> some, String other) {
    return and(some, Set.of(other));
  }

  private static Set<String> and(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }

  /**
   * Hands out one set for each question, and changes it when the answer has changed, or a new one
   * then.
   */
  private static UnaryOperator<PermissionChecker> handingOut(boolean sameForLater) {
    Map<List<Object>, Set<String>> rightly = new ConcurrentHashMap<>();
    Map<List<Object>, Set<String>> handedOut = new ConcurrentHashMap<>();
    return find(
        (checker, right, caller, permission) -> {
          List<Object> question = List.of(caller, permission);
          Set<String> now = right.find(caller, permission);
          Set<String> before = rightly.put(question, now);
          if (sameForLater) {
            Set<String> same =
                handedOut.computeIfAbsent(question, any -> ConcurrentHashMap.newKeySet());
            same.clear();
            same.addAll(now);
            return same;
          }
          if (!now.equals(before)) {
            handedOut.put(question, new HashSet<>(now));
          }
          return handedOut.get(question);
        });
  }

  private static final class Bare extends ForwardingPermissionChecker {

    Bare(PermissionChecker right) {
      super(right);
    }

    @Override
    public Optional<PermittedOrganizations> permittedOrganizations() {
      return Optional.empty();
    }
  }

  /** A right one that offers nothing, and says so. */
  static final class None extends WrongPermissionCheckers.Around {

    None() {
      super(Bare::new);
    }

    @Override
    public Set<Feature> features() {
      return Set.of();
    }
  }

  private static final class Unnamed extends WrongPermissionCheckers.Around {

    Unnamed() {
      super(right -> right);
    }

    @Override
    public Set<Feature> features() {
      return Set.of();
    }
  }

  @SuppressWarnings("NullAway") // wrong in exactly that way
  private static final class Lenient extends ForwardingPermissionChecker {

    Lenient(PermissionChecker right) {
      super(right);
    }

    @Override
    public Optional<PermittedOrganizations> permittedOrganizations() {
      return super.permittedOrganizations()
          .map(
              right ->
                  (caller, permission) ->
                      caller == null || permission == null
                          ? Set.of()
                          : right.find(caller, permission));
    }
  }
}
