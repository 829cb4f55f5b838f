package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.WrongUserDirectories.findUser;
import static io.latchkey.tck.mutant.WrongUserDirectories.organizationExists;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserSearch;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.memory.InMemoryUserDirectoryBackend;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Directories that find what they should not, or miss what they should find. */
final class UserLookupMutants {

  static final List<Mutant<UserDirectoryBackend>> ALL =
      List.of(
          users("UD-1", "shows locked humans as active", UserLookupMutants::lockedAsActive),
          users("UD-2", "knows no characters beyond the BMP", hiding(id -> isSupplementary(id))),
          users("UD-3", "cuts ids after 199 characters", hiding(id -> id.length() == 200)),
          users("UD-4", "takes an asterisk for a wildcard", UserLookupMutants::byWildcard),
          users("UD-5", "ignores letter case", orAs(id -> id.toLowerCase(Locale.ROOT))),
          users("UD-6", "ignores blanks at the ends", orAs(String::strip)),
          users("UD-7", "normalizes ids", orAs(UserLookupMutants::normalized)),
          users("UD-8", "finds organizations too", UserLookupMutants::anyOfOrganization),
          users("UD-9", "finds by login name too", UserLookupMutants::byLoginName),
          users(
              "UD-10", "has the first two hundred only", hiding(id -> id.matches("tck-many-2.*"))),
          organizations("UD-11", "misses one", (real, id) -> real && !id.equals("tck-org-2")),
          organizations(
              "UD-12",
              "knows no characters beyond the BMP",
              (real, id) -> real && !isSupplementary(id)),
          organizations(
              "UD-13", "takes an asterisk for a wildcard", (real, id) -> real || id.endsWith("*")),
          organizationsAs("UD-14", "ignores letter case", id -> id.toLowerCase(Locale.ROOT)),
          organizationsAs("UD-15", "ignores blanks at the ends", String::strip),
          organizationsAs("UD-16", "normalizes ids", UserLookupMutants::normalized),
          mutant(
              "UD-17",
              "takes users for organizations",
              organizationExists(
                  (right, id) -> right.organizationExists(id) || right.findUser(id).isPresent())),
          organizations(
              "UD-18", "finds by name too", (real, id) -> real || id.equals("First organization")));

  private UserLookupMutants() {}

  private static Mutant<UserDirectoryBackend> users(
      String rule, String wrong, BiFunction<UserDirectory, String, Optional<User>> find) {
    return mutant(rule, wrong, findUser(find));
  }

  private static Mutant<UserDirectoryBackend> organizations(
      String rule, String wrong, BiFunction<Boolean, String, Boolean> exists) {
    return mutant(
        rule,
        wrong,
        organizationExists((right, id) -> exists.apply(right.organizationExists(id), id)));
  }

  private static Mutant<UserDirectoryBackend> organizationsAs(
      String rule, String wrong, UnaryOperator<String> as) {
    return mutant(
        rule,
        wrong,
        organizationExists(
            (right, id) -> right.organizationExists(id) || right.organizationExists(as.apply(id))));
  }

  private static Mutant<UserDirectoryBackend> mutant(
      String rule, String wrong, UnaryOperator<UserDirectory> around) {
    return WrongUserDirectories.mutant(
        rule, wrong, InMemoryUserDirectoryBackend::new, () -> around);
  }

  private static BiFunction<UserDirectory, String, Optional<User>> hiding(
      java.util.function.Predicate<String> hidden) {
    return (right, id) -> right.findUser(id).filter(user -> !hidden.test(id));
  }

  private static BiFunction<UserDirectory, String, Optional<User>> orAs(UnaryOperator<String> as) {
    return (right, id) -> right.findUser(id).or(() -> right.findUser(as.apply(id)));
  }

  private static boolean isSupplementary(String id) {
    return id.codePoints().anyMatch(Character::isSupplementaryCodePoint);
  }

  private static String normalized(String id) {
    return Normalizer.normalize(id, Normalizer.Form.NFC);
  }

  private static Optional<User> lockedAsActive(UserDirectory right, String id) {
    return right
        .findUser(id)
        .map(user -> id.equals("tck-human-shut") ? in(UserState.ACTIVE, user) : user);
  }

  private static User in(UserState state, User user) {
    return new User(user.userId(), user.organizationId(), user.kind(), state, user.loginName());
  }

  private static Optional<User> byWildcard(UserDirectory right, String id) {
    Optional<User> found = right.findUser(id);
    return id.endsWith("*") ? all(right, "").stream().findFirst() : found;
  }

  private static Optional<User> anyOfOrganization(UserDirectory right, String id) {
    return right
        .findUser(id)
        .or(
            () ->
                all(right, "").stream()
                    .filter(user -> user.organizationId().equals(id))
                    .findFirst());
  }

  private static Optional<User> byLoginName(UserDirectory right, String id) {
    return right
        .findUser(id)
        .or(() -> all(right, id).stream().filter(user -> user.loginName().equals(id)).findFirst());
  }

  private static List<User> all(UserDirectory right, String prefix) {
    return right
        .search()
        .orElseThrow()
        .search(
            new UserSearch.Query(
                Optional.empty(), Optional.empty(), Optional.of(prefix), Optional.empty(), 1000));
  }
}
