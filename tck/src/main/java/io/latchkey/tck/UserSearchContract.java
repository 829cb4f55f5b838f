package io.latchkey.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserSearch;
import io.latchkey.spi.directory.UserSearch.Query;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.rule.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Which users {@link UserSearch} finds. A directory without a search has nothing to find; that it
 * then offers none is checked here.
 */
public abstract class UserSearchContract extends UserDirectoryTopic {

  static final Query IN_ORGANIZATION =
      new Query(
          Optional.of("tck-org-1"), Optional.empty(), Optional.empty(), Optional.empty(), 1000);

  /** For the {@link UserDirectoryContract}. */
  UserSearchContract() {}

  @Rule("UD-44")
  @Test
  public final void search_isThereIfItIsNamed() {
    assertThat(directory.search().isPresent())
        .as("search() is present, of a directory that names %s", backend().features())
        .isEqualTo(backend().features().contains(UserDirectoryBackend.Feature.SEARCH));
  }

  @Rule("UD-45")
  @Test
  public final void search_byOrganization_findsItsWholeUsers() {
    List<User> users =
        FIXTURE.users().stream()
            .filter(user -> user.organizationId().equals("tck-org-1"))
            .sorted(Comparator.comparing(User::userId))
            .toList();

    directory
        .search()
        .ifPresent(
            search ->
                assertThat(search.search(IN_ORGANIZATION))
                    .as("users that are found by %s", IN_ORGANIZATION)
                    .isEqualTo(users));
  }

  @Rule("UD-46")
  @Test
  public final void search_byOrganizationWithoutUsers_findsNothing() {
    assertFound(in("tck-org-empty"));
  }

  @Rule("UD-47")
  @Test
  public final void search_byUnknownOrganization_findsNothing() {
    assertFound(in("TCK-ORG-1"));
    assertFound(in("tck-org-1 "));
    assertFound(in("tck-org-"));
  }

  @Rule("UD-48")
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

  @Rule("UD-49")
  @Test
  public final void search_byLoginNamePrefix_ignoresLetterCase() {
    assertFound(byPrefix("aNN"), "tck-human", "tck-machine");
  }

  @Rule("UD-50")
  @Test
  public final void search_byLoginNamePrefixBeyondAscii_ignoresLetterCase() {
    String organizationId = DirectorySamples.organizationId("\u00e9");

    assertFound(byPrefix(organizationId, "\u00c9-L"), DirectorySamples.userId("\u00e9"));
  }

  @Rule("UD-51")
  @Test
  public final void search_byWholeLoginName_findsTheUser() {
    assertFound(byPrefix("ANNA@TCK"), "tck-human");
  }

  @Rule("UD-52")
  @Test
  public final void search_byMiddleOfLoginName_findsNothing() {
    assertFound(byPrefix("nna"));
  }

  @Rule("UD-53")
  @Test
  public final void search_byWildcards_takesThemAsTheyAre() {
    assertFound(byPrefix("%"));
    assertFound(byPrefix("*"));
    assertFound(byPrefix("ann_"));
    assertFound(byPrefix("annex_"), "tck-machine");
    assertFound(byPrefix("a')(|(cn=*"));
  }

  @Rule("UD-54")
  @TestFactory
  public final Stream<DynamicTest> search_byAnyOtherPrefix_findsNothing() {
    return DirectorySamples.each(
        DirectorySamples.STRANGE_IDS.stream().filter(text -> !text.isEmpty()).toList(),
        text -> assertFound(byPrefix(text)));
  }

  @Rule("UD-55")
  @Test
  public final void search_byAllAtOnce_findsWhatMeetsAll() {
    assertFound(
        new Query(
            Optional.of("tck-org-1"),
            Optional.of(UserKind.MACHINE),
            Optional.of("ann"),
            Optional.of("tck-human"),
            10),
        "tck-machine");
  }

  @Rule("UD-56")
  @Test
  public final void search_afterAChange_showsIt() {
    if (directory.search().isPresent()) {
      assertSeen(
          node -> node.search().orElseThrow().search(byPrefix("annex_")).get(0).state(),
          "the state of the user that is found",
          UserState.ACTIVE,
          FIXTURE.with(
              new User(MACHINE, "tck-org-1", UserKind.MACHINE, UserState.LOCKED, "annex_bot")),
          UserState.LOCKED);
    }
  }

  @Rule("UD-57")
  @Test
  public final void search_afterClose_isRefused() {
    Optional<UserSearch> search = directory.search();

    close(directory);

    search.ifPresent(
        present ->
            CallAssertions.assertRefusesClosed("search", () -> present.search(IN_ORGANIZATION)));
  }

  @Rule("UD-58")
  @Test
  @SuppressWarnings("NullAway") // a caller that is not checked by NullAway can do this
  public final void search_ofNull_isRefusedByName() {
    directory
        .search()
        .ifPresent(
            search -> ProviderAssertions.assertRefusesNull("query", () -> search.search(null)));
  }

  private static Query in(String organizationId) {
    return new Query(
        Optional.of(organizationId), Optional.empty(), Optional.empty(), Optional.empty(), 10);
  }

  private static Query byPrefix(String prefix) {
    return byPrefix("tck-org-1", prefix);
  }

  private static Query byPrefix(String organizationId, String prefix) {
    return new Query(
        Optional.of(organizationId), Optional.empty(), Optional.of(prefix), Optional.empty(), 10);
  }

  private void assertFound(Query query, String... ids) {
    assertFound(directory, query, ids);
  }

  static void assertFound(UserDirectory directory, Query query, String... ids) {
    directory
        .search()
        .ifPresent(
            search ->
                assertThat(search.search(query).stream().map(User::userId).toList())
                    .as("ids that are found by %s", query)
                    .isEqualTo(List.of(ids)));
  }
}
