package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.WrongUserDirectories.search;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserSearch;
import io.latchkey.spi.directory.UserSearch.Query;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.memory.InMemoryUserDirectoryBackend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Directories whose search orders, cuts or follows wrongly. */
final class UserSearchPagesMutants {

  private static final int LARGE = 50;

  static final List<Mutant<UserDirectoryBackend>> ALL =
      List.of(
          of(
              "UD-59",
              "sorts by UTF-16",
              (directory, right, query) ->
                  right.search(query).stream().sorted(Comparator.comparing(User::userId)).toList()),
          of(
              "UD-60",
              "forgets the limit of the first page",
              (directory, right, query) ->
                  right.search(query.after().isEmpty() ? with(query.after(), 1000, query) : query)),
          of("UD-61", "shows some users twice", UserSearchPagesMutants::repeating),
          of("UD-62", "stops where nobody is", UserSearchPagesMutants::stopping),
          of("UD-63", "starts again at the end", UserSearchPagesMutants::startingAgain),
          of("UD-64", "loses one of a large page", UserSearchPagesMutants::losing));

  private UserSearchPagesMutants() {}

  private static Mutant<UserDirectoryBackend> of(
      String rule, String wrong, WrongUserDirectories.WrongSearch wrongly) {
    return WrongUserDirectories.mutant(
        rule, wrong, InMemoryUserDirectoryBackend::new, () -> search(wrongly));
  }

  /** Those that are not active are shown on the next page again. */
  private static List<User> repeating(UserDirectory directory, UserSearch right, Query query) {
    List<User> found = new ArrayList<>(right.search(query));
    query
        .after()
        .flatMap(directory::findUser)
        .filter(user -> user.state() != UserState.ACTIVE)
        .ifPresent(user -> found.add(0, user));
    return found.stream().limit(query.limit()).toList();
  }

  private static List<User> stopping(UserDirectory directory, UserSearch right, Query query) {
    List<User> found = right.search(query);
    return query.after().isEmpty() || query.after().flatMap(directory::findUser).isPresent()
        ? found
        : List.of();
  }

  private static List<User> startingAgain(UserDirectory directory, UserSearch right, Query query) {
    List<User> found = right.search(query);
    return found.isEmpty() && query.after().isPresent() && query.limit() < LARGE
        ? right.search(with(Optional.empty(), query.limit(), query))
        : found;
  }

  private static List<User> losing(UserDirectory directory, UserSearch right, Query query) {
    List<User> found = new ArrayList<>(right.search(query));
    if (found.size() > LARGE) {
      found.remove(LARGE / 2);
    }
    return found;
  }

  private static Query with(Optional<String> after, int limit, Query query) {
    return new Query(query.organizationId(), query.kind(), query.loginNamePrefix(), after, limit);
  }
}
