package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.MACHINE;
import static io.latchkey.tck.http.Population.NEIGHBOUR;
import static io.latchkey.tck.http.Population.NOBODY;
import static io.latchkey.tck.http.Population.ORGANIZATION;
import static io.latchkey.tck.http.Population.OTHER_ORGANIZATION;
import static io.latchkey.tck.http.Population.OWNER;
import static io.latchkey.tck.http.Population.STRANGER;
import static io.latchkey.tck.http.Population.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Remove of the management API (sections 2.1 to 2.4), over JSON. */
public abstract class RemoveTokenContract extends EndpointTopic {

  /** For implementers. */
  protected RemoveTokenContract() {}

  @Test
  public final void remove_endsTheTokenAndIsTheNextEvent() {
    Answer.Created created = create(OWNER).send().created();
    as(created.token(), MACHINE).send().created();
    Map<?, ?> details =
        onToken("DELETE", tokenOf(OWNER), OWNER, created.tokenId()).send().done("details");

    assertThat(details.keySet())
        .isEqualTo(Set.of("sequence", "creationDate", "changeDate", "resourceOwner"));
    // One more token of the same user was made meanwhile, for the caller.
    assertThat(details.get("sequence")).isEqualTo(Long.toString(created.sequence() + 2));
    assertThat(details.get("resourceOwner")).isEqualTo(ORGANIZATION);
    assertThat((String) details.get("changeDate")).matches(Answer.TIMESTAMP);
    as(created.token(), MACHINE).send().refused(Outcome.INVALID_TOKEN);
  }

  @Test
  public final void remove_isSeenByGetAndList() {
    String user = newUser();
    String id = create(user).send().created().tokenId();
    String other = create(user).send().created().tokenId();
    String owner = tokenOf(OWNER);
    onToken("DELETE", owner, user, id).send().done();

    onToken("GET", owner, user, id).send().refused(Outcome.NO_TOKEN_TO_SHOW);
    assertThat(ShownTokens.ids(list(owner, user).send())).containsExactly(other);
  }

  @Test
  public final void remove_again_isNotFound() {
    String id = create(MACHINE).send().created().tokenId();
    String owner = tokenOf(OWNER);
    onToken("DELETE", owner, MACHINE, id).send().done();

    onToken("DELETE", owner, MACHINE, id).send().refused(Outcome.NO_TOKEN_TO_REMOVE);
  }

  @TestFactory
  public final Stream<DynamicTest> remove_ofAnUnknownToken_isNotFound() {
    return each(
        List.of("1", "0", "x", "-1", "9223372036854775808"),
        id ->
            onToken("DELETE", tokenOf(OWNER), MACHINE, id)
                .send()
                .refused(Outcome.NO_TOKEN_TO_REMOVE));
  }

  @Test
  public final void remove_ofAnotherUsersToken_isNotFoundAndLeavesIt() {
    Answer.Created created = create(OWNER).send().created();
    onToken("DELETE", tokenOf(OWNER), NEIGHBOUR, created.tokenId())
        .send()
        .refused(Outcome.NO_TOKEN_TO_REMOVE);

    as(created.token(), MACHINE).send().created();
  }

  @Test
  public final void remove_ofATokenOfAnotherOrganization_isNotFoundAndLeavesIt() {
    Answer.Created created = create(STRANGER).organization(OTHER_ORGANIZATION).send().created();
    onToken("DELETE", tokenOf(OWNER), STRANGER, created.tokenId())
        .send()
        .refused(Outcome.NO_TOKEN_TO_REMOVE);

    onToken("DELETE", host.administratorToken(), STRANGER, created.tokenId())
        .organization(OTHER_ORGANIZATION)
        .send()
        .done();
  }

  @Test
  public final void remove_isRefusedInTheOrderOfTheContract() {
    String id = create(MACHINE).send().created().tokenId();
    String nobody = tokenOf(NOBODY);

    onToken("DELETE", "x", MACHINE, id)
        .without("Authorization")
        .send()
        .refused(Outcome.NO_CREDENTIAL);
    onToken("DELETE", "x", MACHINE, id).send().refused(Outcome.INVALID_TOKEN);
    onToken("DELETE", nobody, MACHINE, id)
        .organization("tck-no-org")
        .send()
        .refused(Outcome.UNKNOWN_ORGANIZATION);
    onToken("DELETE", nobody, MACHINE, id).send().refused(Outcome.NO_MEMBERSHIP);
    onToken("DELETE", tokenOf(VIEWER), MACHINE, id).send().refused(Outcome.NO_PERMISSION);
  }

  @Test
  public final void remove_ofTheTokenThatAsksForIt_isItsLastCall() {
    Answer.Created created = create(OWNER).send().created();
    onToken("DELETE", created.token(), OWNER, created.tokenId()).send().done();

    onToken("DELETE", created.token(), OWNER, created.tokenId())
        .send()
        .refused(Outcome.INVALID_TOKEN);
  }

  @TestFactory
  public final Stream<DynamicTest> otherMethods_areNotAllowed() {
    return each(
        List.of("POST", "PUT", "PATCH"),
        method ->
            onToken(method, tokenOf(OWNER), MACHINE, "1")
                .send()
                .refused(Outcome.METHOD_NOT_ALLOWED));
  }
}
