package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.GUEST;
import static io.latchkey.tck.http.Population.HUMAN;
import static io.latchkey.tck.http.Population.INACTIVE;
import static io.latchkey.tck.http.Population.MACHINE;
import static io.latchkey.tck.http.Population.NOBODY;
import static io.latchkey.tck.http.Population.OTHER_ORGANIZATION;
import static io.latchkey.tck.http.Population.OWNER;
import static io.latchkey.tck.http.Population.STRANGER;
import static io.latchkey.tck.http.Population.UNKNOWN;
import static io.latchkey.tck.http.Population.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Create and remove of the user API (sections 2.1 to 2.4), over JSON. */
public abstract class UserCallsContract extends EndpointTopic {

  /** For implementers. */
  protected UserCallsContract() {}

  @Test
  public final void create_forOneself_needsNoRole() {
    Answer answer = add(tokenOf(NOBODY), NOBODY).send();
    Map<?, ?> created = answer.done();

    assertThat(created.keySet()).isEqualTo(Set.of("creationDate", "tokenId", "token"));
    assertThat((String) created.get("creationDate")).matches(Answer.TIMESTAMP);
    assertThat((String) created.get("tokenId")).matches("[1-9][0-9]{16,18}");
    add(answer.doneText("token"), NOBODY).send().done();
  }

  @Test
  public final void create_forAnother_needsTheRoleWhereThatUserIs() {
    add(tokenOf(NOBODY), MACHINE).send().refused(Outcome.NO_PERMISSION_FOR_OTHERS);
    add(tokenOf(VIEWER), MACHINE).send().refused(Outcome.NO_PERMISSION_FOR_OTHERS);
    add(tokenOf(OWNER), STRANGER).send().refused(Outcome.NO_PERMISSION_FOR_OTHERS);
    add(tokenOf(OWNER), MACHINE).send().done();
    add(tokenOf(GUEST), STRANGER).send().done();
    add(host.administratorToken(), STRANGER).send().done();
  }

  @Test
  public final void create_isRefusedInTheOrderOfTheContract() {
    String nobody = tokenOf(NOBODY);

    add("x", UNKNOWN).body("{").send().refusedByDecoder();
    add("x", UNKNOWN).body("{}").send().refused(Outcome.INVALID_TOKEN);
    add(nobody, UNKNOWN)
        .body("{}")
        .organization("tck-no-org")
        .send()
        .refused(Outcome.UNKNOWN_ORGANIZATION);
    add(nobody, UNKNOWN).body("{}").send().refusedAsInvalid();
    add(nobody, UNKNOWN)
        .expiring("2001-01-01T00:00:00Z")
        .send()
        .refused(Outcome.EXPIRED_BEFORE_NOW);
    add(nobody, UNKNOWN).send().refused(Outcome.UNKNOWN_USER);
    add(nobody, HUMAN).send().refused(Outcome.HUMAN);
    add(nobody, INACTIVE).send().refused(Outcome.NO_PERMISSION_FOR_OTHERS);
    add(tokenOf(OWNER), INACTIVE).send().refusedForStateOfUser();
  }

  @TestFactory
  public final Stream<DynamicTest> create_withoutExpiration_isRefused() {
    return each(
        List.of("", "{}", "{\"expirationDate\":null}"),
        body -> add(tokenOf(OWNER), OWNER).body(body).send().refusedAsInvalid());
  }

  @Test
  public final void create_withALongUserId_isRefused() {
    add(tokenOf(OWNER), "x".repeat(200)).send().refused(Outcome.UNKNOWN_USER);
    add(tokenOf(OWNER), "x".repeat(201)).send().refusedAsInvalid();
  }

  @Test
  public final void remove_ofOnesOwn_needsNoRoleAndEndsTheToken() {
    Answer.Created created = create(NOBODY).send().created();
    Map<?, ?> removed =
        user("DELETE", tokenOf(NOBODY), NOBODY, "pats", created.tokenId()).send().done();

    assertThat(removed.keySet().stream().map(String::valueOf)).containsExactly("deletionDate");
    assertThat((String) removed.get("deletionDate")).matches(Answer.TIMESTAMP);
    as(created.token(), MACHINE).send().refused(Outcome.INVALID_TOKEN);
  }

  @Test
  public final void remove_ofAnothers_needsTheRoleWhereThatUserIs() {
    Answer.Created created = create(STRANGER).organization(OTHER_ORGANIZATION).send().created();
    String[] token = {STRANGER, "pats", created.tokenId()};

    user("DELETE", tokenOf(NOBODY), token).send().refused(Outcome.NO_PERMISSION_FOR_OTHERS);
    user("DELETE", tokenOf(OWNER), token).send().refused(Outcome.NO_PERMISSION_FOR_OTHERS);
    user("DELETE", tokenOf(GUEST), token).send().done();
    user("DELETE", tokenOf(GUEST), token).send().refused(Outcome.NO_TOKEN_TO_REMOVE);
  }

  @Test
  public final void remove_ofAnUnknownTokenOrUser_isNotFound() {
    String owner = tokenOf(OWNER);

    for (String id : List.of("1", "x", "9223372036854775808")) {
      user("DELETE", owner, MACHINE, "pats", id).send().refused(Outcome.NO_TOKEN_TO_REMOVE);
    }
    user("DELETE", owner, UNKNOWN, "pats", "1").send().refused(Outcome.NO_TOKEN_TO_REMOVE);
  }

  @Test
  public final void otherMethods_areNotAllowed() {
    String owner = tokenOf(OWNER);

    user("GET", owner, MACHINE, "pats").send().refused(Outcome.METHOD_NOT_ALLOWED);
    user("DELETE", owner, MACHINE, "pats").send().refused(Outcome.METHOD_NOT_ALLOWED);
    user("GET", owner, MACHINE, "pats", "1").send().refused(Outcome.METHOD_NOT_ALLOWED);
    user("GET", owner, "pats", "search").send().refused(Outcome.METHOD_NOT_ALLOWED);
  }

  private Call add(String credential, String userId) {
    return user("POST", credential, userId, "pats")
        .expiring(host.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600));
  }
}
