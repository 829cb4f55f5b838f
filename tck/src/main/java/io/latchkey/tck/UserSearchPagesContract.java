package io.latchkey.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserSearch;
import io.latchkey.spi.directory.UserSearch.Query;
import io.latchkey.tck.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In which order {@link UserSearch} finds users, how many, and how one goes on from there. */
public abstract class UserSearchPagesContract extends UserDirectoryTopic {

  private static final int MANY = 300;
  private static final int PAGE = 64;

  /** For the {@link UserDirectoryContract}. */
  UserSearchPagesContract() {}

  @Rule("UD-59")
  @Test
  public final void search_findsInOrderOfCodePoints() {
    assertFound(
        page("tck-org-order", Optional.empty(), 10),
        "tck-order-B",
        "tck-order-a",
        "tck-order-\u00e9",
        "tck-order-\ufd3e",
        "tck-order-\ud83d\ude00");
  }

  @Rule("UD-60")
  @Test
  public final void search_withLimit_findsTheFirst() {
    assertFound(page("tck-org-1", Optional.empty(), 2), "tck-human", "tck-human-off");
  }

  @Rule("UD-61")
  @Test
  public final void search_afterAUser_goesOnBehindIt() {
    assertFound(
        page("tck-org-1", Optional.of("tck-human-off"), 2), "tck-human-shut", "tck-inactive");
  }

  @Rule("UD-62")
  @Test
  public final void search_afterAnIdThatNobodyHas_goesOnBehindItsPlace() {
    assertFound(page("tck-org-1", Optional.of("tck-i"), 2), "tck-inactive", "tck-locked");
  }

  @Rule("UD-63")
  @Test
  public final void search_afterTheLastUser_findsNothing() {
    assertFound(page("tck-org-1", Optional.of(MACHINE), 2));
  }

  @Rule("UD-64")
  @Test
  public final void search_throughManyPages_findsEachOnce() {
    List<User> many = DirectorySamples.manyUsers("tck-org-empty", MANY);
    backend()
        .fill(
            new DirectoryFixture(
                FIXTURE.organizations(),
                Stream.concat(FIXTURE.users().stream(), many.stream()).toList(),
                List.of()));

    directory
        .search()
        .ifPresent(
            search ->
                assertThat(walked(search, "tck-org-empty"))
                    .as("users in pages of %s", PAGE)
                    .isEqualTo(many));
  }

  private static List<User> walked(UserSearch search, String organizationId) {
    List<User> found = new ArrayList<>();
    List<User> next = search.search(page(organizationId, Optional.empty(), PAGE));
    while (!next.isEmpty() && found.size() <= MANY) {
      found.addAll(next);
      Optional<String> last = Optional.of(next.get(next.size() - 1).userId());
      next = search.search(page(organizationId, last, PAGE));
    }
    return found;
  }

  private static Query page(String organizationId, Optional<String> after, int limit) {
    return new Query(Optional.of(organizationId), Optional.empty(), Optional.empty(), after, limit);
  }

  private void assertFound(Query query, String... ids) {
    UserSearchContract.assertFound(directory, query, ids);
  }
}
