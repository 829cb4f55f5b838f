package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.WrongUserDirectories.search;

import io.latchkey.spi.directory.ForwardingUserDirectory;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserSearch;
import io.latchkey.spi.directory.UserSearch.Query;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.memory.InMemoryUserDirectoryBackend;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Directories whose search picks the wrong users. */
final class UserSearchMutants {

  static final List<Mutant<UserDirectoryBackend>> ALL =
      List.of(
          new Mutant<>("UD-44", "names a search that it has not", Named::new),
          new Mutant<>("UD-44", "has a search that it does not name", Unnamed::new),
          of(
              "UD-45",
              "leaves out locked humans",
              (directory, right, query) ->
                  right.search(query).stream()
                      .filter(user -> !isLockedHuman(user) || query.limit() < 1000)
                      .toList()),
          of("UD-46", "takes no user for no condition", UserSearchMutants::allInsteadOfNone),
          of(
              "UD-47",
              "ignores letter case of the organization",
              (directory, right, query) -> right.search(lowerCase(query))),
          of(
              "UD-48",
              "ignores the kind",
              (directory, right, query) ->
                  right.search(query.loginNamePrefix().isPresent() ? query : anyKind(query))),
          prefixed("UD-49", "minds letter case", UserSearchMutants::mindsAsciiCase),
          prefixed("UD-50", "knows letters of ASCII alone", UserSearchMutants::mindsOtherCase),
          prefixed(
              "UD-51",
              "wants more than the prefix",
              prefix -> user -> user.loginName().length() > prefix.length()),
          of("UD-52", "finds the middle of a name", UserSearchMutants::containing),
          of("UD-53", "takes an underscore for a wildcard", UserSearchMutants::byWildcard),
          of("UD-54", "fails on long texts", UserSearchMutants::shortOnly),
          of(
              "UD-55",
              "ignores the prefix beside a kind",
              (directory, right, query) ->
                  right.search(query.kind().isPresent() ? anyName(query) : query)),
          WrongUserDirectories.mutant(
              "UD-56",
              "remembers what it has found",
              InMemoryUserDirectoryBackend::new,
              () -> {
                Remembered<Query, List<User>> seen = new Remembered<>();
                return search((directory, right, query) -> seen.first(query, right.search(query)));
              }),
          of("UD-57", "finds nobody though closed", UserSearchMutants::emptyThoughClosed),
          new Mutant<>("UD-58", "finds nobody for null", Lenient::new));

  private UserSearchMutants() {}

  private static Mutant<UserDirectoryBackend> of(
      String rule, String wrong, WrongUserDirectories.WrongSearch wrongly) {
    return WrongUserDirectories.mutant(
        rule, wrong, InMemoryUserDirectoryBackend::new, () -> search(wrongly));
  }

  private interface Filter {
    Predicate<User> by(String prefix);
  }

  private static Mutant<UserDirectoryBackend> prefixed(String rule, String wrong, Filter filter) {
    return of(
        rule,
        wrong,
        (directory, right, query) ->
            right.search(query).stream()
                .filter(query.loginNamePrefix().map(filter::by).orElse(user -> true))
                .toList());
  }

  private static boolean isLockedHuman(User user) {
    return user.kind() == UserKind.HUMAN && user.state() == UserState.LOCKED;
  }

  private static List<User> allInsteadOfNone(
      UserDirectory directory, UserSearch right, Query query) {
    List<User> found = right.search(query);
    boolean isBare = query.loginNamePrefix().isEmpty() && query.after().isEmpty();
    boolean exists = query.organizationId().map(directory::organizationExists).orElse(false);
    return found.isEmpty() && isBare && exists ? right.search(anywhere(query)) : found;
  }

  private static Predicate<User> mindsAsciiCase(String prefix) {
    return user ->
        !prefix.chars().allMatch(c -> c < 128)
            || user.loginName().startsWith(prefix)
            || user.loginName().equalsIgnoreCase(prefix);
  }

  private static Predicate<User> mindsOtherCase(String prefix) {
    return user -> prefix.chars().allMatch(c -> c < 128) || user.loginName().startsWith(prefix);
  }

  private static List<User> containing(UserDirectory directory, UserSearch right, Query query) {
    String part = query.loginNamePrefix().orElse("").toLowerCase(Locale.ROOT);
    List<User> found = right.search(query);
    return query.loginNamePrefix().isEmpty()
        ? found
        : right.search(anyName(query)).stream()
            .filter(user -> user.loginName().toLowerCase(Locale.ROOT).contains(part))
            .toList();
  }

  private static List<User> byWildcard(UserDirectory directory, UserSearch right, Query query) {
    List<User> found = right.search(query);
    if (query.loginNamePrefix().isEmpty()) {
      return found;
    }
    Pattern pattern =
        Pattern.compile(
            Pattern.quote(query.loginNamePrefix().get()).replace("_", "\\E.\\Q") + ".*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    return right.search(anyName(query)).stream()
        .filter(user -> pattern.matcher(user.loginName()).matches())
        .toList();
  }

  private static List<User> shortOnly(UserDirectory directory, UserSearch right, Query query) {
    if (query.loginNamePrefix().orElse("").length() > 200) {
      throw new IllegalArgumentException("value too long");
    }
    return right.search(query);
  }

  private static List<User> emptyThoughClosed(
      UserDirectory directory, UserSearch right, Query query) {
    try {
      return right.search(query);
    } catch (IllegalStateException e) {
      return List.of();
    }
  }

  private static Query anywhere(Query query) {
    return new Query(
        Optional.empty(), query.kind(), query.loginNamePrefix(), query.after(), query.limit());
  }

  private static Query lowerCase(Query query) {
    return new Query(
        query.organizationId().map(id -> id.toLowerCase(Locale.ROOT)),
        query.kind(),
        query.loginNamePrefix(),
        query.after(),
        query.limit());
  }

  private static Query anyKind(Query query) {
    return new Query(
        query.organizationId(),
        Optional.empty(),
        query.loginNamePrefix(),
        query.after(),
        query.limit());
  }

  private static Query anyName(Query query) {
    return new Query(
        query.organizationId(), query.kind(), Optional.empty(), query.after(), query.limit());
  }

  private static final class Named extends WrongUserDirectories.Around {

    Named() {
      super(
          new InMemoryUserDirectoryBackend(),
          right ->
              new ForwardingUserDirectory(right) {
                @Override
                public Optional<UserSearch> search() {
                  return Optional.empty();
                }
              });
    }
  }

  @SuppressWarnings("NullAway") // wrong in exactly that way
  private static final class Lenient extends WrongUserDirectories.Around {

    Lenient() {
      super(
          new InMemoryUserDirectoryBackend(),
          right ->
              new ForwardingUserDirectory(right) {
                @Override
                public Optional<UserSearch> search() {
                  return right
                      .search()
                      .map(search -> query -> query == null ? List.of() : search.search(query));
                }
              });
    }
  }

  private static final class Unnamed extends WrongUserDirectories.Around {

    Unnamed() {
      super(new InMemoryUserDirectoryBackend(), right -> right);
    }

    @Override
    public Set<Feature> features() {
      return Set.of();
    }
  }
}
