package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.GUEST;
import static io.latchkey.tck.http.Population.INSTANCE_OWNER;
import static io.latchkey.tck.http.Population.MACHINE;
import static io.latchkey.tck.http.Population.NOBODY;
import static io.latchkey.tck.http.Population.ORGANIZATION;
import static io.latchkey.tck.http.Population.OTHER_ORGANIZATION;
import static io.latchkey.tck.http.Population.OWNER;
import static io.latchkey.tck.http.Population.STRANGER;
import static io.latchkey.tck.http.Population.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The search of the user API (sections 2.1 to 2.4), over JSON. */
public abstract class SearchTokensContract extends EndpointTopic {

  /** For implementers. */
  protected SearchTokensContract() {}

  @Test
  public final void search_showsWhatAFilterAsksFor() {
    Instant expiration = host.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600);
    String user = newUser();
    Answer.Created created = create(user).expiring(expiration).send().created();
    Answer answer = search(tokenOf(VIEWER), filter("tokenIdFilter", created.tokenId())).send();

    assertThat(answer.done())
        .isEqualTo(
            Map.of(
                "pagination",
                Map.of("totalResult", "1", "appliedLimit", "100"),
                "result",
                List.of(
                    Map.of(
                        "creationDate", created.creationDate().toString(),
                        "changeDate", created.changeDate().toString(),
                        "id", created.tokenId(),
                        "userId", user,
                        "organizationId", ORGANIZATION,
                        "expirationDate", expiration.toString()))));
  }

  @Test
  public final void search_withoutRole_showsOnesOwn() {
    String user = newUser();
    String id = create(user).send().created().tokenId();
    Answer.Created credential = create(user).send().created();

    assertThat(ShownTokens.ids(search(credential.token(), "{}").send()))
        .containsExactly(credential.tokenId(), id);
    assertThat(
            ShownTokens.ids(
                search(tokenOf(NOBODY), "{" + filters(filterOf("userIdFilter", user)) + "}")
                    .send()))
        .isEmpty();
  }

  @Test
  public final void search_withRoles_showsTheTokensWhereTheyHold() {
    String user = newUser();
    String id = create(user).send().created().tokenId();
    String elsewhere = create(STRANGER).organization(OTHER_ORGANIZATION).send().created().tokenId();
    for (String id2 : List.of(id, elsewhere)) {
      String own = filter("tokenIdFilter", id2);
      boolean inFirst = id2.equals(id);
      assertThat(ShownTokens.ids(search(tokenOf(OWNER), own).send()))
          .as("seen by an owner of the first organization")
          .isEqualTo(inFirst ? List.of(id2) : List.of());
      assertThat(ShownTokens.ids(search(tokenOf(INSTANCE_OWNER), own).send()))
          .as("seen by an owner of the instance")
          .containsExactly(id2);
    }
    assertThat(
            ShownTokens.ids(
                search(
                        tokenOf(GUEST),
                        "{"
                            + filters(
                                filterOf("organizationIdFilter", OTHER_ORGANIZATION),
                                filterOf("tokenIdFilter", elsewhere))
                            + "}")
                    .send()))
        .containsExactly(elsewhere);
    assertThat(
            ShownTokens.ids(
                search(tokenOf(GUEST), filter("tokenIdFilter", elsewhere))
                    .organization(OTHER_ORGANIZATION)
                    .send()))
        .containsExactly(elsewhere);
  }

  @Test
  public final void search_byDates_comparesThem() {
    String user = newUser();
    Instant expiration = host.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600);
    String id = create(user).expiring(expiration).send().created().tokenId();
    Map<String, Boolean> methods =
        Map.of(
            "TIMESTAMP_FILTER_METHOD_EQUALS", true,
            "TIMESTAMP_FILTER_METHOD_AFTER", false,
            "TIMESTAMP_FILTER_METHOD_AFTER_OR_EQUALS", true,
            "TIMESTAMP_FILTER_METHOD_BEFORE", false,
            "TIMESTAMP_FILTER_METHOD_BEFORE_OR_EQUALS", true);
    methods.forEach(
        (method, found) ->
            assertThat(
                    ShownTokens.ids(
                        search(
                                tokenOf(VIEWER),
                                "{"
                                    + filters(
                                        filterOf("userIdFilter", user),
                                        "{\"expirationDateFilter\":{\"timestamp\":\""
                                            + expiration
                                            + "\",\"method\":\""
                                            + method
                                            + "\"}}")
                                    + "}")
                            .send()))
                .as(method)
                .isEqualTo(found ? List.of(id) : List.of()));
  }

  @Test
  public final void search_sortsAndPages() {
    String user = newUser();
    Instant base = host.now().truncatedTo(ChronoUnit.SECONDS);
    List<String> ids = new ArrayList<>();
    for (int hours : List.of(3, 1, 2)) {
      ids.add(create(user).expiring(base.plus(hours, ChronoUnit.HOURS)).send().created().tokenId());
    }
    String mine = filters(filterOf("userIdFilter", user));
    Answer answer =
        search(
                tokenOf(VIEWER),
                "{\"pagination\":{\"limit\":2,\"asc\":true},\"sortingColumn\":"
                    + "\"PERSONAL_ACCESS_TOKEN_FIELD_NAME_EXPIRATION_DATE\","
                    + mine
                    + "}")
            .send();

    assertThat(ShownTokens.ids(answer)).containsExactly(ids.get(1), ids.get(2));
    assertThat(answer.done().get("pagination"))
        .isEqualTo(Map.of("totalResult", "3", "appliedLimit", "2"));
    assertThat(
            ShownTokens.ids(
                search(tokenOf(VIEWER), "{\"pagination\":{\"offset\":\"1\"}," + mine + "}").send()))
        .containsExactly(ids.get(1), ids.get(0));
  }

  @TestFactory
  public final Stream<DynamicTest> search_withAWrongRequest_isRefusedByDecoder() {
    return each(
        List.of(
            "{",
            "{\"filters\":{}}",
            "{\"filters\":[1]}",
            "{\"filters\":[{\"userIdFilter\":\"x\"}]}",
            "{\"filters\":[{\"userIdFilter\":{\"id\":\"a\"},\"tokenIdFilter\":{\"id\":\"1\"}}]}",
            "{\"sortingColumn\":\"NAME\"}",
            "{\"filters\":[{\"createdDateFilter\":{\"method\":\"NEAR\"}}]}"),
        body -> search(tokenOf(VIEWER), body).send().refusedByDecoder());
  }

  @Test
  public final void search_withAnEmptyFilterOrALargeLimit_isRefused() {
    search(tokenOf(VIEWER), "{\"filters\":[{}]}").send().refused(Outcome.EMPTY_FILTER);
    search(tokenOf(VIEWER), "{\"pagination\":{\"limit\":1001}}")
        .send()
        .refused(Outcome.LIMIT_EXCEEDED);
  }

  @Test
  public final void search_withMoreThanTwentyFilters_isRefused() {
    String id = create(MACHINE).send().created().tokenId();
    String filter = filterOf("tokenIdFilter", id);
    String viewer = tokenOf(VIEWER);

    assertThat(ShownTokens.ids(search(viewer, "{" + filters(times(20, filter)) + "}").send()))
        .containsExactly(id);
    search(viewer, "{" + filters(times(21, filter)) + "}").send().refused(Outcome.TOO_MANY_FILTERS);
  }

  private static String[] times(int count, String filter) {
    return Collections.nCopies(count, filter).toArray(String[]::new);
  }

  @Test
  public final void search_withoutCredentialOrInAnUnknownOrganization_isRefused() {
    search("x", "{}").without("Authorization").send().refused(Outcome.NO_CREDENTIAL);
    search("x", "{}").send().refused(Outcome.INVALID_TOKEN);
    search(tokenOf(VIEWER), "{}")
        .organization("tck-no-org")
        .send()
        .refused(Outcome.UNKNOWN_ORGANIZATION);
  }

  private Call search(String credential, String body) {
    return user("POST", credential, "pats", "search").body(body);
  }

  private static String filter(String name, String id) {
    return "{" + filters(filterOf(name, id)) + "}";
  }

  private static String filterOf(String name, String id) {
    return "{\"" + name + "\":{\"id\":\"" + id + "\"}}";
  }

  private static String filters(String... filters) {
    return "\"filters\":[" + String.join(",", filters) + "]";
  }
}
