package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.HUMAN;
import static io.latchkey.tck.http.Population.MACHINE;
import static io.latchkey.tck.http.Population.NOBODY;
import static io.latchkey.tck.http.Population.OWNER;
import static io.latchkey.tck.http.Population.STRANGER;
import static io.latchkey.tck.http.Population.UNKNOWN;
import static io.latchkey.tck.http.Population.VIEWER;
import static io.latchkey.tck.http.Population.VISITOR;

import org.junit.jupiter.api.Test;

/**
 * The order of the rows of section 2.4: a call that is wrong in two ways is refused for the earlier
 * one. Rows that exclude each other (2, 3 and 4; 6 and 7) stand in one test each with the next row.
 */
public abstract class CreateOrderOfChecksContract extends EndpointTopic {

  private static final String PAST = "2001-01-01T00:00:00Z";
  private static final String NO_ORGANIZATION = "tck-no-org";

  /** For implementers. */
  protected CreateOrderOfChecksContract() {}

  @Test
  public final void rows1And2_malformedBodyComesBeforeMissingHeader() {
    anonymous(MACHINE).body("{").send().refusedByDecoder();
  }

  @Test
  public final void rows1And3_malformedBodyComesBeforeOtherScheme() {
    anonymous(MACHINE).header("Authorization", "Basic eDp5").body("{").send().refusedByDecoder();
  }

  @Test
  public final void rows1And4_malformedBodyComesBeforeInvalidToken() {
    as("x", MACHINE).body("{").send().refusedByDecoder();
  }

  @Test
  public final void rows1And5_malformedBodyComesBeforeUnknownOrganization() {
    create(MACHINE).organization(NO_ORGANIZATION).body("{").send().refusedByDecoder();
  }

  @Test
  public final void rows2And5_missingHeaderComesBeforeUnknownOrganization() {
    anonymous(MACHINE).organization(NO_ORGANIZATION).send().refused(Outcome.NO_CREDENTIAL);
  }

  @Test
  public final void rows3And5_otherSchemeComesBeforeUnknownOrganization() {
    anonymous(MACHINE)
        .header("Authorization", "Basic eDp5")
        .organization(NO_ORGANIZATION)
        .send()
        .refused(Outcome.NO_BEARER);
  }

  @Test
  public final void rows4And5_invalidTokenComesBeforeUnknownOrganization() {
    as("x", MACHINE).organization(NO_ORGANIZATION).send().refused(Outcome.INVALID_TOKEN);
  }

  @Test
  public final void rows5And6_unknownOrganizationComesBeforeMissingMembership() {
    as(tokenOf(NOBODY), MACHINE)
        .organization(NO_ORGANIZATION)
        .send()
        .refused(Outcome.UNKNOWN_ORGANIZATION);
  }

  @Test
  public final void rows5And9_unknownOrganizationComesBeforePastExpiration() {
    create(MACHINE)
        .organization(NO_ORGANIZATION)
        .expiring(PAST)
        .send()
        .refused(Outcome.UNKNOWN_ORGANIZATION);
  }

  @Test
  public final void rows6And9_missingMembershipComesBeforePastExpiration() {
    as(tokenOf(NOBODY), MACHINE).expiring(PAST).send().refused(Outcome.NO_MEMBERSHIP);
  }

  @Test
  public final void rows6And10_missingMembershipComesBeforeUnknownUser() {
    as(tokenOf(NOBODY), UNKNOWN).send().refused(Outcome.NO_MEMBERSHIP);
  }

  @Test
  public final void rows7And9_missingPermissionComesBeforePastExpiration() {
    as(tokenOf(VIEWER), MACHINE).expiring(PAST).send().refused(Outcome.NO_PERMISSION);
  }

  @Test
  public final void rows7And10_missingPermissionComesBeforeUnknownUser() {
    as(tokenOf(VIEWER), UNKNOWN).send().refused(Outcome.NO_PERMISSION);
  }

  @Test
  public final void rows7And11_missingPermissionComesBeforeHuman() {
    as(tokenOf(VIEWER), HUMAN).send().refused(Outcome.NO_PERMISSION);
  }

  @Test
  public final void rows9And10_pastExpirationComesBeforeUnknownUser() {
    create(UNKNOWN).expiring(PAST).send().refused(Outcome.EXPIRED_BEFORE_NOW);
  }

  @Test
  public final void rows9And10_pastExpirationComesBeforeUserOfAnotherOrganization() {
    as(tokenOf(OWNER), STRANGER).expiring(PAST).send().refused(Outcome.EXPIRED_BEFORE_NOW);
  }

  @Test
  public final void rows9And11_pastExpirationComesBeforeHuman() {
    create(HUMAN).expiring(PAST).send().refused(Outcome.EXPIRED_BEFORE_NOW);
  }

  @Test
  public final void rows10And11_otherOrganizationComesBeforeHuman() {
    create(VISITOR).send().refused(Outcome.UNKNOWN_USER);
  }
}
