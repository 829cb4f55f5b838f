package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.INACTIVE;
import static io.latchkey.tck.http.Population.LOCKED;
import static io.latchkey.tck.http.Population.MACHINE;
import static io.latchkey.tck.http.Population.ORGANIZATION;
import static io.latchkey.tck.http.Population.OTHER_ORGANIZATION;
import static io.latchkey.tck.http.Population.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Part 3 of the wire contract, as far as create goes: where we differ from ZITADEL on purpose. */
public abstract class DifferencesContract extends EndpointTopic {

  /** For implementers. */
  protected DifferencesContract() {}

  @Test
  public final void changeDate_isTheCreationDate() {
    Answer.Created created = create(MACHINE).send().created();

    assertThat(created.changeDate()).isEqualTo(created.creationDate());
  }

  @TestFactory
  public final Stream<DynamicTest> bearer_inAnyCase_isAccepted() {
    String token = tokenOf(OWNER);
    return each(
        List.of("Bearer", "bearer", "BEARER", "bEaReR"),
        scheme ->
            anonymous(MACHINE).header("Authorization", scheme + " " + token).send().created());
  }

  @Test
  public final void machineUser_thatIsInactive_isRefused() {
    create(INACTIVE).send().refusedForStateOfUser();
  }

  @Test
  public final void machineUser_thatIsLocked_isRefused() {
    create(LOCKED).send().refusedForStateOfUser();
  }

  @Test
  public final void machineUser_thatIsInactive_isRefusedAfterPastExpiration() {
    create(INACTIVE).expiring("2001-01-01T00:00:00Z").send().refused(Outcome.EXPIRED_BEFORE_NOW);
  }

  @Test
  public final void token_hasPrefixAnd49CharactersOfBase62() {
    assertThat(create(MACHINE).send().created().token()).matches("[A-Za-z0-9]+_[0-9A-Za-z]{49}");
  }

  @Test
  public final void token_doesNotHoldItsId() {
    Answer.Created created = create(MACHINE).send().created();

    assertThat(created.token()).doesNotContain(created.tokenId());
  }

  @TestFactory
  public final Stream<DynamicTest> organization_joinedByComma_isRefused() {
    return each(
        List.of(
            ORGANIZATION + "," + OTHER_ORGANIZATION,
            ORGANIZATION + ", " + OTHER_ORGANIZATION,
            ORGANIZATION + "," + ORGANIZATION,
            ORGANIZATION + ",",
            "," + ORGANIZATION),
        value -> assertInvalid(create(MACHINE).organization(value)));
  }

  @Test
  public final void organization_namedTwice_isRefused() {
    assertInvalid(
        create(MACHINE).organization(ORGANIZATION).another("x-zitadel-orgid", OTHER_ORGANIZATION));
  }

  @Test
  public final void organization_namedTwiceInTheSameWay_isRefused() {
    assertInvalid(
        create(MACHINE).organization(ORGANIZATION).another("x-zitadel-orgid", ORGANIZATION));
  }

  @Test
  public final void organization_namedTwiceInHeadersOfOtherCase_isRefused() {
    assertInvalid(
        create(MACHINE).organization(ORGANIZATION).another("X-Zitadel-OrgId", OTHER_ORGANIZATION));
  }

  @Test
  public final void name_isAccepted() {
    create(MACHINE).body("{\"name\":\"build server\"}").send().created();
  }

  @Test
  public final void name_of200Characters_isAccepted() {
    create(MACHINE).body("{\"name\":\"" + "n".repeat(200) + "\"}").send().created();
  }

  @Test
  public final void name_ofNull_isAccepted() {
    create(MACHINE).body("{\"name\":null}").send().created();
  }

  @Test
  public final void name_of201Characters_isRefused() {
    assertInvalid(create(MACHINE).body("{\"name\":\"" + "n".repeat(201) + "\"}"));
  }

  @TestFactory
  public final Stream<DynamicTest> name_thatIsNoText_isRefused() {
    return each(
        List.of("1", "true", "[]", "{}", "[\"x\"]"),
        value -> create(MACHINE).body("{\"name\":" + value + "}").send().refusedByDecoder());
  }

  private static void assertInvalid(Call call) {
    Answer answer = call.send();
    assertThat(answer.status()).as("status of %s", answer).isEqualTo(400);
    answer.refusedAsInvalid();
  }
}
