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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Caller's organization × header × user's organization: which tokens are reached, by each call of
 * the management API. A token's organization is that of its user.
 */
public abstract class OrganizationMatrixContract extends EndpointTopic {

  private static final List<String> ORGANIZATIONS = List.of(ORGANIZATION, OTHER_ORGANIZATION);
  private static final List<String> HEADERS =
      List.of("", ORGANIZATION, OTHER_ORGANIZATION, "tck-no-org");

  /** For implementers. */
  protected OrganizationMatrixContract() {}

  @TestFactory
  public final Stream<DynamicTest> everyCall_actsWhereTheHeaderOrElseTheCallerIs() {
    return ORGANIZATIONS.stream()
        .flatMap(
            caller ->
                HEADERS.stream()
                    .flatMap(
                        header ->
                            ORGANIZATIONS.stream()
                                .flatMap(
                                    user ->
                                        Stream.of(true, false)
                                            .map(
                                                everywhere ->
                                                    new Cell(caller, header, user, everywhere)))))
        .map(cell -> dynamicTest(cell.toString(), () -> assertCell(cell)));
  }

  private record Cell(String caller, String header, String user, boolean everywhere) {

    /** One for each organization: a user that moves leaves its tokens behind. */
    String callerId() {
      return "tck-caller-of-" + caller;
    }

    String userId() {
      return "tck-user-of-" + user;
    }

    String actedIn() {
      return header.isEmpty() ? caller : header;
    }
  }

  private void assertCell(Cell cell) {
    host.fill(fixture(cell));
    String token = tokenOf(cell.callerId(), cell.caller());
    String id = create(cell.userId()).organization(cell.user()).send().created().tokenId();
    List<Call> calls =
        List.of(
            as(token, cell.userId()),
            onToken("GET", token, cell.userId(), id),
            list(token, cell.userId()),
            onToken("DELETE", token, cell.userId(), id));
    for (Call call : calls) {
      Answer answer = (cell.header().isEmpty() ? call : call.organization(cell.header())).send();
      if (cell.header().equals("tck-no-org")) {
        answer.refused(Outcome.UNKNOWN_ORGANIZATION);
      } else if (!cell.everywhere() && !cell.actedIn().equals(cell.caller())) {
        answer.refused(Outcome.NO_MEMBERSHIP);
      } else if (cell.actedIn().equals(cell.user())) {
        answer.done();
      } else {
        assertNotReached(calls.indexOf(call), answer);
      }
    }
  }

  private static void assertNotReached(int call, Answer answer) {
    switch (call) {
      case 0 -> answer.refused(Outcome.UNKNOWN_USER);
      case 1 -> answer.refused(Outcome.NO_TOKEN_TO_SHOW);
      case 2 -> assertThat(ShownTokens.of(answer)).isEmpty();
      default -> answer.refused(Outcome.NO_TOKEN_TO_REMOVE);
    }
  }

  @TestFactory
  public final Stream<DynamicTest> header_thatIsAmbiguous_isRefusedByEveryCall() {
    return each(
        List.of(
            ORGANIZATION + "," + OTHER_ORGANIZATION,
            ORGANIZATION + ", " + ORGANIZATION,
            "," + ORGANIZATION),
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
          list(owner, Population.MACHINE)
              .organization(ORGANIZATION)
              .another("X-ZITADEL-ORGID", ORGANIZATION)
              .send()
              .refusedAsInvalid();
        });
  }

  @Test
  public final void header_ofAnyCaseAndWithBlanks_isRead() {
    String instance = tokenOf(Population.INSTANCE_OWNER);

    list(instance, Population.STRANGER)
        .header("X-Zitadel-OrgID", " " + OTHER_ORGANIZATION + " ")
        .sendUntouched()
        .done();
  }

  private String tokenOf(String userId, String organization) {
    return create(userId).organization(organization).send().created().token();
  }

  private static DirectoryFixture fixture(Cell cell) {
    Optional<String> where = cell.everywhere() ? Optional.empty() : Optional.of(cell.caller());
    return Population.FIXTURE
        .with(machine(cell.callerId(), cell.caller()))
        .with(machine(cell.userId(), cell.user()))
        .withMemberships(
            List.of(
                new Membership(
                    cell.callerId(),
                    where,
                    Set.of(cell.everywhere() ? "IAM_OWNER" : "ORG_OWNER"))));
  }

  private static User machine(String id, String organizationId) {
    return new User(id, organizationId, UserKind.MACHINE, UserState.ACTIVE, id + "@tck.example");
  }
}
