package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.ORGANIZATION;
import static io.latchkey.tck.http.Population.OTHER_ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.DirectoryFixture.Membership;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Caller's organization × header × user's organization × token's organization: which tokens each
 * call reaches, and which work. A token belongs to the organization in which its user was when it
 * was created. A user that moves to another one leaves its tokens behind: they work no more, and
 * are shown and removed where they were left.
 */
public abstract class OrganizationMatrixContract extends EndpointTopic {

  /** For implementers. */
  protected OrganizationMatrixContract() {}

  @TestFactory
  public final Stream<DynamicTest> everyCall_reachesTheTokensOfTheOrganizationActedIn() {
    List<OrganizationCell> cells = OrganizationCell.all();
    host.fill(fixture(cells, OrganizationCell::token));
    Map<String, String> callers = new HashMap<>();
    List<DynamicTest> tests = new ArrayList<>();
    for (OrganizationCell cell : cells) {
      String caller =
          callers.computeIfAbsent(cell.callerId(), id -> created(id, cell.caller()).token());
      Answer.Created token = created(cell.userId(), cell.token());
      tests.add(dynamicTest(cell.toString(), () -> assertCell(cell, caller, token)));
    }
    host.fill(fixture(cells, OrganizationCell::user));
    return tests.stream();
  }

  private void assertCell(OrganizationCell cell, String caller, Answer.Created token) {
    String id = token.tokenId();
    boolean reached = cell.actedIn().equals(cell.token());
    assertUsed(cell, user("POST", token.token(), "pats", "search"));
    assertSearched(cell, caller, id);
    managed(cell, as(caller, cell.userId()))
        .ifPresent(
            answer -> done(answer, cell.actedIn().equals(cell.user()), Outcome.UNKNOWN_USER));
    managed(cell, onToken("GET", caller, cell.userId(), id))
        .ifPresent(answer -> done(answer, reached, Outcome.NO_TOKEN_TO_SHOW));
    managed(cell, list(caller, cell.userId()).body("{\"query\":{\"limit\":1000}}"))
        .ifPresent(answer -> assertThat(ShownTokens.ids(answer).contains(id)).isEqualTo(reached));
    Optional<Answer> removal = managed(cell, onToken("DELETE", caller, cell.userId(), id));
    removal.ifPresent(answer -> done(answer, reached, Outcome.NO_TOKEN_TO_REMOVE));
    assertRemovedByUserApi(
        cell, user("DELETE", caller, cell.userId(), "pats", id), removal.isPresent() && reached);
  }

  /** The answer of a call of the management API, unless it is refused whatever it asks for. */
  private static Optional<Answer> managed(OrganizationCell cell, Call call) {
    Optional<Answer> answer = inOrganization(cell, call);
    if (answer.isPresent() && !cell.holdsRoleIn(cell.actedIn())) {
      answer.get().refused(Outcome.NO_MEMBERSHIP);
      return Optional.empty();
    }
    return answer;
  }

  private static Optional<Answer> inOrganization(OrganizationCell cell, Call call) {
    Answer answer = cell.header().on(call).send();
    if (cell.header().isAmbiguous()) {
      answer.refusedAsInvalid();
      return Optional.empty();
    }
    if (cell.header().namesNoOrganizationThatExists()) {
      answer.refused(Outcome.UNKNOWN_ORGANIZATION);
      return Optional.empty();
    }
    return Optional.of(answer);
  }

  private static void done(Answer answer, boolean expected, Outcome otherwise) {
    if (expected) {
      answer.done();
    } else {
      answer.refused(otherwise);
    }
  }

  /** What was left behind opens nothing, wherever it is tried. */
  private static void assertUsed(OrganizationCell cell, Call call) {
    if (cell.isLeftBehind() && !cell.header().isAmbiguous()) {
      cell.header().on(call).send().refused(Outcome.INVALID_TOKEN);
    } else {
      inOrganization(cell, call).ifPresent(Answer::done);
    }
  }

  private void assertSearched(OrganizationCell cell, String caller, String id) {
    inOrganization(
            cell,
            user("POST", caller, "pats", "search")
                .body("{\"filters\":[{\"tokenIdFilter\":{\"id\":\"" + id + "\"}}]}"))
        .ifPresent(
            answer ->
                assertThat(ShownTokens.ids(answer))
                    .isEqualTo(cell.holdsRoleIn(cell.token()) ? List.of(id) : List.of()));
  }

  /** It acts where the user is, and finds no tokens that were left elsewhere. */
  private static void assertRemovedByUserApi(OrganizationCell cell, Call call, boolean gone) {
    inOrganization(cell, call)
        .ifPresent(
            answer -> {
              if (cell.holdsRoleIn(cell.user())) {
                done(answer, !gone && !cell.isLeftBehind(), Outcome.NO_TOKEN_TO_REMOVE);
              } else {
                answer.refused(Outcome.NO_PERMISSION_FOR_OTHERS);
              }
            });
  }

  /** Two users with one id in different organizations are different owners. */
  @Test
  public final void search_ofOnesOwn_doesNotShowWhatWasLeftBehind() {
    String mover = "tck-mover";
    host.fill(Population.FIXTURE.with(machine(mover, ORGANIZATION)));
    created(mover, ORGANIZATION);
    host.fill(Population.FIXTURE.with(machine(mover, OTHER_ORGANIZATION)));
    Answer.Created own = created(mover, OTHER_ORGANIZATION);

    for (OrganizationForm header : List.of(OrganizationForm.ABSENT, OrganizationForm.FIRST)) {
      Answer answer = header.on(user("POST", own.token(), "pats", "search")).send();
      assertThat(ShownTokens.ids(answer)).contains(own.tokenId());
      assertThat(ShownTokens.of(answer).stream().map(token -> (String) token.get("organizationId")))
          .containsOnly(OTHER_ORGANIZATION);
    }
  }

  @TestFactory
  public final Stream<DynamicTest> header_thatIsAmbiguous_isRefusedByEveryCall() {
    return each(
        List.of(ORGANIZATION + ", " + ORGANIZATION, "," + ORGANIZATION, ORGANIZATION + ","),
        header -> {
          String owner = tokenOf(Population.OWNER);
          for (Call call :
              List.of(
                  as(owner, Population.MACHINE),
                  onToken("GET", owner, Population.MACHINE, "1"),
                  list(owner, Population.MACHINE),
                  onToken("DELETE", owner, Population.MACHINE, "1"),
                  user("POST", owner, "pats", "search"))) {
            call.organization(header).send().refusedAsInvalid();
          }
        });
  }

  @Test
  public final void header_withBlanks_isRead() {
    String instance = tokenOf(Population.INSTANCE_OWNER);

    list(instance, Population.STRANGER)
        .header("X-Zitadel-OrgID", " " + OTHER_ORGANIZATION + " ")
        .sendUntouched()
        .done();
  }

  private Answer.Created created(String userId, String organization) {
    return create(userId).organization(organization).send().created();
  }

  private static DirectoryFixture fixture(
      List<OrganizationCell> cells, Function<OrganizationCell, String> place) {
    Map<String, Membership> memberships = new HashMap<>();
    DirectoryFixture fixture = Population.FIXTURE;
    for (OrganizationCell cell : cells) {
      String caller = cell.callerId();
      fixture =
          fixture
              .with(machine(caller, cell.caller()))
              .with(machine(cell.userId(), place.apply(cell)));
      memberships.put(
          caller,
          cell.everywhere()
              ? new Membership(caller, Optional.empty(), Set.of("IAM_OWNER"))
              : new Membership(caller, Optional.of(cell.caller()), Set.of("ORG_OWNER")));
    }
    return fixture.withMemberships(List.copyOf(memberships.values()));
  }

  private static User machine(String id, String organizationId) {
    return new User(id, organizationId, UserKind.MACHINE, UserState.ACTIVE, id + "@tck.example");
  }
}
