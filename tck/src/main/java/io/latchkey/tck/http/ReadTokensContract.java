package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.FIXTURE;
import static io.latchkey.tck.http.Population.MACHINE;
import static io.latchkey.tck.http.Population.NEIGHBOUR;
import static io.latchkey.tck.http.Population.NOBODY;
import static io.latchkey.tck.http.Population.ORGANIZATION;
import static io.latchkey.tck.http.Population.OTHER_ORGANIZATION;
import static io.latchkey.tck.http.Population.OWNER;
import static io.latchkey.tck.http.Population.STRANGER;
import static io.latchkey.tck.http.Population.UNKNOWN;
import static io.latchkey.tck.http.Population.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Get and list of the management API (sections 2.1 to 2.4), over JSON. */
public abstract class ReadTokensContract extends EndpointTopic {

  private static final List<String> SCOPES =
      List.of(
          "openid",
          "profile",
          "urn:zitadel:iam:user:metadata",
          "urn:zitadel:iam:user:resourceowner");

  /** For implementers. */
  protected ReadTokensContract() {}

  @Test
  public final void get_showsAllButTheToken() {
    String expiration = host.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600).toString();
    Answer.Created created = create(MACHINE).expiring(expiration).send().created();

    assertThat(onToken("GET", tokenOf(VIEWER), MACHINE, created.tokenId()).send().done())
        .isEqualTo(Map.of("token", shown(created, expiration)));
  }

  @Test
  public final void get_ofATokenWithoutExpiration_showsTheLastDay() {
    Answer.Created created = create(MACHINE).send().created();
    Map<?, ?> answer = onToken("GET", tokenOf(VIEWER), MACHINE, created.tokenId()).send().done();

    assertThat(answer).isEqualTo(Map.of("token", shown(created, "9999-12-31T23:59:59Z")));
  }

  @Test
  public final void get_ofAnExpiredToken_showsIt() {
    Answer.Created created =
        create(MACHINE)
            .expiring(host.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2))
            .send()
            .created();
    host.passTime(Duration.ofSeconds(3));

    onToken("GET", tokenOf(VIEWER), MACHINE, created.tokenId()).send().done();
  }

  @TestFactory
  public final Stream<DynamicTest> get_ofAnUnknownToken_isNotFound() {
    return each(
        List.of("1", "0", "x", "-1", "9223372036854775807", "9223372036854775808", "a b"),
        id ->
            onToken("GET", tokenOf(VIEWER), MACHINE, id).send().refused(Outcome.NO_TOKEN_TO_SHOW));
  }

  @Test
  public final void get_ofAnotherUsersToken_isNotFound() {
    String id = create(NEIGHBOUR).send().created().tokenId();

    onToken("GET", tokenOf(VIEWER), MACHINE, id).send().refused(Outcome.NO_TOKEN_TO_SHOW);
    onToken("GET", tokenOf(VIEWER), UNKNOWN, id).send().refused(Outcome.NO_TOKEN_TO_SHOW);
  }

  @Test
  public final void get_ofATokenOfAnotherOrganization_isNotFound() {
    String id = create(STRANGER).organization(OTHER_ORGANIZATION).send().created().tokenId();

    onToken("GET", tokenOf(VIEWER), STRANGER, id).send().refused(Outcome.NO_TOKEN_TO_SHOW);
    onToken("GET", host.administratorToken(), STRANGER, id)
        .organization(OTHER_ORGANIZATION)
        .send()
        .done();
  }

  @Test
  public final void get_isRefusedInTheOrderOfTheContract() {
    String id = create(MACHINE).send().created().tokenId();
    String nobody = tokenOf(NOBODY);

    onToken("GET", "x", MACHINE, id).without("Authorization").send().refused(Outcome.NO_CREDENTIAL);
    onToken("GET", "x", MACHINE, id).send().refused(Outcome.INVALID_TOKEN);
    onToken("GET", nobody, MACHINE, id)
        .organization("tck-no-org")
        .send()
        .refused(Outcome.UNKNOWN_ORGANIZATION);
    onToken("GET", nobody, MACHINE, id).send().refused(Outcome.NO_MEMBERSHIP);
    onToken("GET", nobody, NOBODY, id).send().refused(Outcome.NO_MEMBERSHIP);
  }

  @Test
  public final void list_showsTheTokensOfTheUserNewestFirst() {
    String user = newUser();
    List<Answer.Created> created = createThree(user);
    Answer answer = list(tokenOf(VIEWER), user).send();
    List<Map<?, ?>> expected = new ArrayList<>();
    created.forEach(token -> expected.add(0, shown(token, "9999-12-31T23:59:59Z")));

    assertThat(ShownTokens.of(answer)).isEqualTo(expected);
    Map<?, ?> details = answer.done("details");
    assertThat(details.get("totalResult")).isEqualTo("3");
    assertThat((String) details.get("viewTimestamp")).matches(Answer.TIMESTAMP);
  }

  @Test
  public final void list_ascending_showsTheOldestFirst() {
    String user = newUser();
    List<String> ids = createThree(user).stream().map(Answer.Created::tokenId).toList();

    assertThat(
            ShownTokens.ids(list(tokenOf(VIEWER), user).body("{\"query\":{\"asc\":true}}").send()))
        .isEqualTo(ids);
  }

  @Test
  public final void list_withOffsetAndLimit_showsThatPart() {
    String user = newUser();
    List<String> ids = createThree(user).stream().map(Answer.Created::tokenId).toList();
    Answer answer =
        list(tokenOf(VIEWER), user)
            .body("{\"query\":{\"offset\":\"1\",\"limit\":1,\"asc\":true}}")
            .send();

    assertThat(ShownTokens.ids(answer)).containsExactly(ids.get(1));
    assertThat(answer.done("details").get("totalResult")).isEqualTo("3");
  }

  @Test
  public final void list_pastTheEnd_showsNothingAndTheTotal() {
    String user = newUser();
    createThree(user);
    for (String offset : List.of("3", "\"18446744073709551615\"")) {
      Answer answer =
          list(tokenOf(VIEWER), user).body("{\"query\":{\"offset\":" + offset + "}}").send();

      assertThat(ShownTokens.of(answer)).isEmpty();
      assertThat(answer.done("details").get("totalResult")).isEqualTo("3");
    }
  }

  @Test
  public final void list_ofTheLargestLimit_isAnsweredAndALargerOneIsRefused() {
    String viewer = tokenOf(VIEWER);

    list(viewer, MACHINE).body("{\"query\":{\"limit\":1000}}").send().done();
    list(viewer, MACHINE)
        .body("{\"query\":{\"limit\":1001}}")
        .send()
        .refused(Outcome.LIMIT_EXCEEDED);
  }

  @TestFactory
  public final Stream<DynamicTest> list_withAWrongQuery_isRefusedByDecoder() {
    return each(
        List.of(
            "{\"query\":1}",
            "{\"query\":{\"limit\":-1}}",
            "{\"query\":{\"limit\":4294967296}}",
            "{\"query\":{\"limit\":1.5}}",
            "{\"query\":{\"offset\":\"x\"}}",
            "{\"query\":{\"offset\":18446744073709551616}}",
            "{\"query\":{\"asc\":\"true\"}}",
            "{\"query\":{\"asc\":true,\"asc\":true}}"),
        body -> list(tokenOf(VIEWER), MACHINE).body(body).send().refusedByDecoder());
  }

  @Test
  public final void list_ofUnknownUserOrOneOfAnotherOrganization_isEmpty() {
    create(STRANGER).organization(OTHER_ORGANIZATION).send().created();

    for (String user : List.of(UNKNOWN, STRANGER, "x".repeat(1000))) {
      assertThat(list(tokenOf(VIEWER), user).send().done().keySet().stream().map(String::valueOf))
          .as("fields of the list of %s", user)
          .containsExactly("details");
    }
  }

  @Test
  public final void list_isRefusedInTheOrderOfTheContract() {
    String nobody = tokenOf(NOBODY);

    list("x", MACHINE).body("{").send().refusedByDecoder();
    list("x", MACHINE).send().refused(Outcome.INVALID_TOKEN);
    list(nobody, MACHINE).organization("tck-no-org").send().refused(Outcome.UNKNOWN_ORGANIZATION);
    list(nobody, MACHINE).send().refused(Outcome.NO_MEMBERSHIP);
  }

  @TestFactory
  public final Stream<DynamicTest> read_byEveryRoleThatReads_isAnswered() {
    List<String> roles = new ArrayList<>(Population.ROLES_THAT_READ);
    roles.addAll(Population.ROLES_THAT_WRITE);
    return each(
        roles,
        role -> {
          String token = tokenOf(Population.withRole(role));
          String id = create(MACHINE).send().created().tokenId();
          onToken("GET", token, MACHINE, id).send().done();
          list(token, MACHINE).send().done();
        });
  }

  @Test
  public final void read_whenTheRoleIsWithdrawn_isRefused() {
    String owner = tokenOf(OWNER);
    list(owner, MACHINE).send().done();
    host.fill(FIXTURE.withMemberships(List.of()));

    list(owner, MACHINE).send().refused(Outcome.NO_MEMBERSHIP);
  }

  private List<Answer.Created> createThree(String user) {
    List<Answer.Created> created = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      created.add(create(user).send().created());
    }
    return Collections.unmodifiableList(created);
  }

  private static Map<?, ?> shown(Answer.Created created, String expiration) {
    return Map.of(
        "id",
        created.tokenId(),
        "details",
        Map.of(
            "sequence",
            Long.toString(created.sequence()),
            "creationDate",
            created.creationDate().toString(),
            "changeDate",
            created.changeDate().toString(),
            "resourceOwner",
            ORGANIZATION),
        "expirationDate",
        expiration,
        "scopes",
        SCOPES);
  }
}
