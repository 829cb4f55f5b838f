package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.DirectoryFixture.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the search of the user API shows to a caller with roles in several organizations ("row by
 * row", section 2.1): that of all of them, or, by a host that does not {@linkplain
 * HostUnderTest#listsPermittedOrganizations() list} them, that of those which the request names.
 */
public abstract class SearchInOrganizationsContract extends EndpointTopic {

  /** Short: some hosts have no room for ids of more than 36 characters. */
  private final String suffix = UUID.randomUUID().toString().substring(24);

  private final String caller = "tck-caller-" + suffix;
  private final List<String> organizations =
      Stream.of("tck-org-one-", "tck-org-two-", "tck-org-three-").map(id -> id + suffix).toList();

  private String credential = "";

  /** What is there to be seen, newest first. */
  private List<String> own = List.of();

  private List<String> inFirst = List.of();
  private List<String> inSecond = List.of();

  /** For implementers. */
  protected SearchInOrganizationsContract() {}

  /** Of three organizations the caller, which belongs to none of them, may read users in two. */
  @BeforeEach
  public final void createTokens() {
    host.fill(with(in(0, "ORG_OWNER_VIEWER"), in(1, "ORG_USER_MANAGER")));
    create(userIn(2)).organization(organizations.get(2)).send().created();
    inFirst = newestFirst(create(userIn(0)).organization(organizations.get(0)), 2);
    inSecond = newestFirst(create(userIn(1)).organization(organizations.get(1)), 3);
    Answer.Created created = create(caller).send().created();
    credential = created.token();
    own = List.of(created.tokenId());
  }

  private static List<String> newestFirst(Call create, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(0, create.send().created().tokenId());
    }
    return ids;
  }

  private DirectoryFixture with(Membership... memberships) {
    DirectoryFixture common = Population.FIXTURE;
    List<Organization> more =
        organizations.stream().map(id -> new Organization(id, "Organization " + id)).toList();
    List<User> users = new ArrayList<>(common.users());
    users.add(Population.machine(caller, UserState.ACTIVE));
    for (int i = 0; i < organizations.size(); i++) {
      String id = userIn(i);
      users.add(
          new User(id, organizations.get(i), UserKind.MACHINE, UserState.ACTIVE, id + "-login"));
    }
    return new DirectoryFixture(
        Stream.concat(common.organizations().stream(), more.stream()).toList(),
        users,
        Stream.concat(common.memberships().stream(), Stream.of(memberships)).toList());
  }

  private String userIn(int organization) {
    return "tck-user-" + organization + "-" + suffix;
  }

  private Membership in(int organization, String role) {
    return new Membership(caller, Optional.of(organizations.get(organization)), Set.of(role));
  }

  @Test
  public final void search_withRolesInSeveralOrganizations_showsTheTokensOfAll() {
    List<String> expected = shown(/* byRoleInFirst= */ true);
    Answer answer = search("{}");

    assertThat(ShownTokens.ids(answer)).isEqualTo(expected);
    assertThat(answer.done().get("pagination"))
        .isEqualTo(Map.of("totalResult", Integer.toString(expected.size()), "appliedLimit", "100"));
  }

  @Test
  public final void search_pageByPage_leadsThroughAllOrganizations() {
    List<String> expected = shown(/* byRoleInFirst= */ true);
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      Map<?, ?> answer = page(next.get(), seen);
      assertThat(answer.get("totalResult")).isEqualTo(Integer.toString(expected.size()));
      next = Optional.ofNullable((String) answer.get("nextPageToken"));
    }

    assertThat(seen).isEqualTo(expected);
  }

  private Map<?, ?> page(String pageToken, List<String> seen) {
    Answer answer =
        search(
            "{\"pagination\":{\"limit\":2,\"pageTokenWanted\":true,\"pageToken\":\""
                + pageToken
                + "\"}}");
    seen.addAll(ShownTokens.ids(answer));
    return answer.done("pagination");
  }

  @Test
  public final void search_inOneOfTheOrganizations_showsItsTokensAlone() {
    assertThat(ShownTokens.ids(search(filter("organizationIdFilter", organizations.get(0)))))
        .isEqualTo(inFirst);
    assertThat(ShownTokens.ids(search(filter("userIdFilter", userIn(1))))).isEqualTo(inSecond);
    assertThat(ShownTokens.ids(search(filter("organizationIdFilter", organizations.get(2)))))
        .isEmpty();
    assertThat(ShownTokens.ids(search(filter("userIdFilter", userIn(2))))).isEmpty();
    assertThat(ShownTokens.ids(search(filter("organizationIdFilter", ORGANIZATION))))
        .isEqualTo(own);
  }

  @Test
  public final void search_afterARoleWasWithdrawn_showsNothingByIt() {
    host.fill(with(in(1, "ORG_OWNER_VIEWER")));

    assertThat(ShownTokens.ids(search("{}"))).isEqualTo(shown(/* byRoleInFirst= */ false));
    assertThat(ShownTokens.ids(search(filter("organizationIdFilter", organizations.get(0)))))
        .isEmpty();
  }

  /** What a search without conditions shows, newest first. */
  private List<String> shown(boolean byRoleInFirst) {
    List<String> shown = new ArrayList<>(own);
    if (host.listsPermittedOrganizations()) {
      shown.addAll(inSecond);
      shown.addAll(byRoleInFirst ? inFirst : List.of());
    }
    return shown;
  }

  private Answer search(String body) {
    return user("POST", credential, "pats", "search").body(body).send();
  }

  private static String filter(String name, String id) {
    return "{\"filters\":[{\"" + name + "\":{\"id\":\"" + id + "\"}}]}";
  }
}
