package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.FIXTURE;
import static io.latchkey.tck.http.Population.MACHINE;
import static io.latchkey.tck.http.Population.OTHER_ORGANIZATION;
import static io.latchkey.tck.http.Population.OWNER;
import static io.latchkey.tck.http.Population.STRANGER;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a token that was valid is not valid any more (row 4 of section 2.4), and what it may do. */
public abstract class TokenValidityContract extends EndpointTopic {

  /** For implementers. */
  protected TokenValidityContract() {}

  @Test
  public final void token_beforeItExpires_isValid() {
    String token = create(OWNER).expiring(soon()).send().created().token();

    as(token, MACHINE).send().created();
  }

  @Test
  public final void token_afterItExpired_isInvalid() {
    Instant expiration = soon();
    String token = create(OWNER).expiring(expiration).send().created().token();
    passTimeUntil(expiration.plusSeconds(1));

    as(token, MACHINE).send().refused(Outcome.INVALID_TOKEN);
  }

  @Test
  public final void token_atTheInstantOfExpiration_isInvalid() {
    Instant expiration = soon();
    String token = create(OWNER).expiring(expiration).send().created().token();
    passTimeUntil(expiration);

    as(token, MACHINE).send().refused(Outcome.INVALID_TOKEN);
  }

  /**
   * With a real clock the last microsecond cannot be met, and the time of creation stands for it.
   */
  @Test
  public final void token_aMicrosecondBeforeItExpires_isValid() {
    Instant expiration = soon();
    String token = create(OWNER).expiring(expiration).send().created().token();
    if (host.clockStandsStill()) {
      passTimeUntil(expiration.minus(1, ChronoUnit.MICROS));
    }

    as(token, MACHINE).send().created();
  }

  @Test
  public final void token_expiringWithOffset_expiresAtThatInstant() {
    Instant expiration = soon();
    String token =
        create(OWNER)
            .expiring(expiration.toString().replace("Z", "-00:00"))
            .send()
            .created()
            .token();
    passTimeUntil(expiration);

    as(token, MACHINE).send().refused(Outcome.INVALID_TOKEN);
  }

  @Test
  public final void token_ofUserThatBecameInactive_isInvalid() {
    String token = tokenOf(OWNER);
    host.fill(FIXTURE.with(Population.machine(OWNER, UserState.INACTIVE)));

    as(token, MACHINE).send().refused(Outcome.INVALID_TOKEN);
  }

  @Test
  public final void token_ofUserThatBecameLocked_isInvalid() {
    String token = tokenOf(OWNER);
    host.fill(FIXTURE.with(Population.machine(OWNER, UserState.LOCKED)));

    as(token, MACHINE).send().refused(Outcome.INVALID_TOKEN);
  }

  @Test
  public final void token_ofUserThatWasRemoved_isInvalid() {
    String token = tokenOf(OWNER);
    host.fill(FIXTURE.without(OWNER));

    as(token, MACHINE).send().refused(Outcome.INVALID_TOKEN);
  }

  @Test
  public final void token_ofUserThatMovedToAnotherOrganization_isInvalidUntilItIsBack() {
    String token = tokenOf(OWNER);
    host.fill(
        FIXTURE.with(
            new User(
                OWNER, OTHER_ORGANIZATION, UserKind.MACHINE, UserState.ACTIVE, "tck@tck.example")));

    as(token, MACHINE).send().refused(Outcome.INVALID_TOKEN);
    as(token, STRANGER).organization(OTHER_ORGANIZATION).send().refused(Outcome.INVALID_TOKEN);

    host.fill(FIXTURE);
    as(token, MACHINE).send().created();
  }

  @Test
  public final void token_ofUserWhoseRolesWereWithdrawn_isNoMembership() {
    String token = tokenOf(OWNER);
    as(token, MACHINE).send().created();
    host.fill(FIXTURE.withMemberships(List.of()));

    as(token, MACHINE).send().refused(Outcome.NO_MEMBERSHIP);
  }

  /** Far enough for a host with a real clock to answer a call before, near enough to wait for. */
  private Instant soon() {
    return host.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(4);
  }

  private void passTimeUntil(Instant instant) {
    Duration left = Duration.between(host.now(), instant);
    host.passTime(left.isNegative() ? Duration.ZERO : left);
  }
}
