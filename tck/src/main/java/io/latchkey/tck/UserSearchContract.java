package io.latchkey.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserSearch.Query;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What the search of a {@link UserDirectory} must find among the users of {@link
 * UserDirectoryContract#FIXTURE}. Nothing is asked of a directory without a search.
 */
public abstract class UserSearchContract {

  private static final Query FIRST_ORGANIZATION =
      new Query(
          Optional.of("tck-org-1"), Optional.empty(), Optional.empty(), Optional.empty(), 1000);

  /** For the {@link UserDirectoryContract}. */
  UserSearchContract() {}

  /**
   * The directory whose search is tested.
   *
   * @return a directory that holds the fixture
   */
  abstract UserDirectory directory();

  @Test
  public final void search_byOrganization_findsItsUsersInOrderOfIds() {
    assertFound(
        FIRST_ORGANIZATION,
        "tck-human",
        "tck-human-off",
        "tck-human-shut",
        "tck-inactive",
        "tck-locked",
        "tck-machine");
  }

  @Test
  public final void search_findsWholeUsers() {
    directory()
        .search()
        .ifPresent(
            search ->
                assertThat(search.search(FIRST_ORGANIZATION))
                    .containsExactlyInAnyOrderElementsOf(
                        UserDirectoryContract.FIXTURE.users().stream()
                            .filter(user -> user.organizationId().equals("tck-org-1"))
                            .toList()));
  }

  @Test
  public final void search_byOrganizationWithoutUsers_findsNothing() {
    assertFound(
        new Query(
            Optional.of("tck-org-empty"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            10));
  }

  @Test
  public final void search_byUnknownOrganization_findsNothing() {
    assertFound(
        new Query(
            Optional.of("TCK-ORG-1"), Optional.empty(), Optional.empty(), Optional.empty(), 10));
  }

  @Test
  public final void search_byKind_findsThatKind() {
    assertFound(
        new Query(
            Optional.of("tck-org-1"),
            Optional.of(UserKind.MACHINE),
            Optional.empty(),
            Optional.empty(),
            10),
        "tck-inactive",
        "tck-locked",
        "tck-machine");
  }

  @Test
  public final void search_byLoginNamePrefix_ignoresLetterCase() {
    assertFound(byPrefix("aNN"), "tck-human", "tck-machine");
  }

  @Test
  public final void search_byWholeLoginName_findsTheUser() {
    assertFound(byPrefix("ANNA@TCK"), "tck-human");
  }

  @Test
  public final void search_byMiddleOfLoginName_findsNothing() {
    assertFound(byPrefix("nna"));
  }

  @Test
  public final void search_byWildcards_takesThemAsTheyAre() {
    assertFound(byPrefix("%"));
    assertFound(byPrefix("*"));
    assertFound(byPrefix("ann_"));
    assertFound(byPrefix("annex_"), "tck-machine");
    assertFound(byPrefix("a')(|(cn=*"));
  }

  @Test
  public final void search_withLimit_findsTheFirst() {
    assertFound(page(Optional.empty(), 2), "tck-human", "tck-human-off");
  }

  @Test
  public final void search_afterAUser_goesOnBehindIt() {
    assertFound(page(Optional.of("tck-human-off"), 2), "tck-human-shut", "tck-inactive");
  }

  @Test
  public final void search_afterAnIdThatNobodyHas_goesOnBehindItsPlace() {
    assertFound(page(Optional.of("tck-i"), 2), "tck-inactive", "tck-locked");
  }

  @Test
  public final void search_afterTheLastUser_findsNothing() {
    assertFound(page(Optional.of("tck-machine"), 2));
  }

  private static Query byPrefix(String prefix) {
    return new Query(
        Optional.of("tck-org-1"), Optional.empty(), Optional.of(prefix), Optional.empty(), 10);
  }

  private static Query page(Optional<String> after, int limit) {
    return new Query(Optional.of("tck-org-1"), Optional.empty(), Optional.empty(), after, limit);
  }

  private void assertFound(Query query, String... ids) {
    directory()
        .search()
        .ifPresent(
            search ->
                assertThat(search.search(query).stream().map(User::userId).toList())
                    .as("ids that are found by %s", query)
                    .isEqualTo(List.of(ids)));
  }
}
