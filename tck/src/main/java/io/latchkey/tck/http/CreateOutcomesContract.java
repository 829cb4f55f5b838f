package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.GUEST;
import static io.latchkey.tck.http.Population.HUMAN;
import static io.latchkey.tck.http.Population.INSTANCE_OWNER;
import static io.latchkey.tck.http.Population.MACHINE;
import static io.latchkey.tck.http.Population.NOBODY;
import static io.latchkey.tck.http.Population.ODD;
import static io.latchkey.tck.http.Population.ORGANIZATION;
import static io.latchkey.tck.http.Population.OTHER_ORGANIZATION;
import static io.latchkey.tck.http.Population.OWNER;
import static io.latchkey.tck.http.Population.STRANGER;
import static io.latchkey.tck.http.Population.UNKNOWN;
import static io.latchkey.tck.http.Population.VIEWER;
import static io.latchkey.tck.http.Population.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rows of section 2.4 of the wire contract, one by one, over JSON. */
public abstract class CreateOutcomesContract extends EndpointTopic {

  /** For implementers. */
  protected CreateOutcomesContract() {}

  @Test
  public final void row1_malformedJson_isRefusedByDecoder() {
    create(MACHINE).body("{").send().refusedByDecoder();
  }

  @Test
  public final void row1_badTimestamp_isRefusedByDecoder() {
    create(MACHINE).expiring("tomorrow").send().refusedByDecoder();
  }

  @Test
  public final void row1_withoutCredential_isRefusedByDecoder() {
    anonymous(MACHINE).body("{").send().refusedByDecoder();
    anonymous(MACHINE).expiring("tomorrow").send().refusedByDecoder();
  }

  @Test
  public final void row2_withoutAuthorization_isHeaderMissing() {
    anonymous(MACHINE).send().refused(Outcome.NO_CREDENTIAL);
  }

  @Test
  public final void row2_withEmptyAuthorization_isHeaderMissing() {
    anonymous(MACHINE).header("Authorization", "").send().refused(Outcome.NO_CREDENTIAL);
  }

  @TestFactory
  public final Stream<DynamicTest> row3_withAnythingButBearer_isInvalidHeader() {
    return each(
        List.of("Basic dXNlcjpwYXNzd29yZA==", "Bearer", "Token abc", "abc", "Bearerabc"),
        value ->
            anonymous(MACHINE).header("Authorization", value).send().refused(Outcome.NO_BEARER));
  }

  @Test
  public final void row3_withBearerAndBlanks_isInvalidHeader() {
    anonymous(MACHINE)
        .header("Authorization", "Bearer  ")
        .sendUntouched()
        .refused(Outcome.NO_BEARER);
  }

  @Test
  public final void row3_withTokenAsPasswordOfBasic_isInvalidHeader() {
    anonymous(MACHINE)
        .header("Authorization", "Basic " + host.administratorToken())
        .send()
        .refused(Outcome.NO_BEARER);
  }

  @TestFactory
  public final Stream<DynamicTest> row4_withWhatIsNoToken_isInvalidToken() {
    return each(
        List.of("x", "lkpat_", "eyJhbGciOiJub25lIn0.e30.", "0".repeat(55), "a".repeat(4000)),
        token -> as(token, MACHINE).send().refused(Outcome.INVALID_TOKEN));
  }

  @Test
  public final void row4_withOneCharacterChanged_isInvalidToken() {
    String token = tokenOf(OWNER);
    for (int at : List.of(0, token.indexOf('_') + 1, token.length() / 2, token.length() - 1)) {
      char other = token.charAt(at) == 'a' ? 'b' : 'a';
      String changed = token.substring(0, at) + other + token.substring(at + 1);

      as(changed, MACHINE).send().refused(Outcome.INVALID_TOKEN);
    }
  }

  @Test
  public final void row4_withOneCharacterMoreOrLess_isInvalidToken() {
    String token = tokenOf(OWNER);

    as(token + "a", MACHINE).send().refused(Outcome.INVALID_TOKEN);
    as(token.substring(0, token.length() - 1), MACHINE).send().refused(Outcome.INVALID_TOKEN);
    as(token.substring(1), MACHINE).send().refused(Outcome.INVALID_TOKEN);
  }

  @Test
  public final void row5_unknownOrganization_isRefused() {
    create(MACHINE).organization("tck-no-org").send().refused(Outcome.UNKNOWN_ORGANIZATION);
  }

  @Test
  public final void row5_organizationInOtherCase_isRefused() {
    create(MACHINE).organization("TCK-ORG-A").send().refused(Outcome.UNKNOWN_ORGANIZATION);
  }

  @Test
  public final void row6_withoutMembershipInOwnOrganization_isRefused() {
    as(tokenOf(NOBODY), MACHINE).send().refused(Outcome.NO_MEMBERSHIP);
  }

  @Test
  public final void row6_withoutMembershipInNamedOrganization_isRefused() {
    as(tokenOf(OWNER), STRANGER)
        .organization(OTHER_ORGANIZATION)
        .send()
        .refused(Outcome.NO_MEMBERSHIP);
  }

  @Test
  public final void row6_withMembershipElsewhere_isRefused() {
    as(tokenOf(GUEST), MACHINE).send().refused(Outcome.NO_MEMBERSHIP);
  }

  @Test
  public final void row7_withoutPermission_isRefused() {
    as(tokenOf(VIEWER), MACHINE).send().refused(Outcome.NO_PERMISSION);
  }

  @Test
  public final void row7_forItself_isRefused() {
    as(tokenOf(VIEWER), VIEWER).send().refused(Outcome.NO_PERMISSION);
  }

  @TestFactory
  public final Stream<DynamicTest> row7_roleThatReads_isRefused() {
    return each(
        Population.ROLES_THAT_READ,
        role ->
            as(tokenOf(Population.withRole(role)), MACHINE).send().refused(Outcome.NO_PERMISSION));
  }

  @Test
  public final void row9_expirationBeforeNow_isRefused() {
    create(MACHINE)
        .expiring(host.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS))
        .send()
        .refused(Outcome.EXPIRED_BEFORE_NOW);
  }

  @Test
  public final void row9_expirationJustAfterYearOne_isRefused() {
    create(MACHINE).expiring("0001-01-01T00:00:01Z").send().refused(Outcome.EXPIRED_BEFORE_NOW);
  }

  @Test
  public final void row10_unknownUser_isRefused() {
    create(UNKNOWN).send().refused(Outcome.UNKNOWN_USER);
  }

  @Test
  public final void row10_userInOtherCase_isRefused() {
    create("TCK-MACHINE").send().refused(Outcome.UNKNOWN_USER);
  }

  @Test
  public final void row10_veryLongUserId_isRefused() {
    create("x".repeat(1000)).send().refused(Outcome.UNKNOWN_USER);
  }

  @Test
  public final void row10_userThatWasRemoved_isRefused() {
    host.fill(Population.FIXTURE.without(MACHINE));

    create(MACHINE).send().refused(Outcome.UNKNOWN_USER);
  }

  @Test
  public final void row10_userOfAnotherOrganization_isRefused() {
    create(STRANGER).send().refused(Outcome.UNKNOWN_USER);
  }

  @Test
  public final void row10_userOfAnotherOrganizationThanTheCallersOwn_isRefused() {
    as(tokenOf(OWNER), STRANGER).send().refused(Outcome.UNKNOWN_USER);
  }

  @Test
  public final void row10_userOfAnotherOrganizationWithoutHeader_isRefusedForInstanceWideRoles() {
    as(tokenOf(INSTANCE_OWNER), STRANGER).send().refused(Outcome.UNKNOWN_USER);
    as(host.administratorToken(), MACHINE).send().refused(Outcome.UNKNOWN_USER);
  }

  @Test
  public final void row11_human_isRefused() {
    create(HUMAN).send().refused(Outcome.HUMAN);
  }

  @Test
  public final void row11_humanOfAnotherOrganization_isRefusedThere() {
    create(VISITOR).organization(OTHER_ORGANIZATION).send().refused(Outcome.HUMAN);
  }

  @Test
  public final void row12_machineUser_getsAToken() {
    Instant before = host.now().truncatedTo(ChronoUnit.MILLIS);
    Answer.Created created = as(tokenOf(OWNER), MACHINE).send().created();

    assertThat(created.resourceOwner()).isEqualTo(ORGANIZATION);
    assertThat(created.creationDate()).isBetween(before, host.now());
  }

  @Test
  public final void row12_withExpiration_getsAToken() {
    Instant expiration = host.now().plus(1, ChronoUnit.DAYS);

    create(MACHINE).expiring(expiration).send().created();
  }

  @Test
  public final void row12_userIdThatMustBeEncoded_getsAToken() {
    create(ODD).send().created();
  }

  @Test
  public final void row12_forItself_getsAToken() {
    as(tokenOf(OWNER), OWNER).send().created();
  }

  @TestFactory
  public final Stream<DynamicTest> row12_roleThatWrites_getsAToken() {
    return each(
        Population.ROLES_THAT_WRITE,
        role -> as(tokenOf(Population.withRole(role)), MACHINE).send().created());
  }
}
