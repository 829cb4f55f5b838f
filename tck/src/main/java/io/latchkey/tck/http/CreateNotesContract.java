package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.GUEST;
import static io.latchkey.tck.http.Population.INSTANCE_OWNER;
import static io.latchkey.tck.http.Population.MACHINE;
import static io.latchkey.tck.http.Population.NEIGHBOUR;
import static io.latchkey.tck.http.Population.ORGANIZATION;
import static io.latchkey.tck.http.Population.OTHER_ORGANIZATION;
import static io.latchkey.tck.http.Population.OWNER;
import static io.latchkey.tck.http.Population.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.tck.internal.Together;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The notes under the table of section 2.4: where a call acts, and what a new token is like. */
public abstract class CreateNotesContract extends EndpointTopic {

  /** For implementers. */
  protected CreateNotesContract() {}

  @Test
  public final void organization_withoutHeader_isTheCallersOwn() {
    assertThat(as(tokenOf(OWNER), MACHINE).send().created().resourceOwner())
        .isEqualTo(ORGANIZATION);
  }

  @Test
  public final void organization_withEmptyHeader_isTheCallersOwn() {
    assertThat(as(tokenOf(OWNER), MACHINE).organization("").send().created().resourceOwner())
        .isEqualTo(ORGANIZATION);
  }

  @Test
  public final void organization_withHeaderOfBlanks_isTheCallersOwn() {
    assertThat(
            as(tokenOf(OWNER), MACHINE)
                .organization("  ")
                .sendUntouched()
                .created()
                .resourceOwner())
        .isEqualTo(ORGANIZATION);
  }

  @Test
  public final void organization_withHeader_isTheNamedOne() {
    Answer.Created created =
        as(tokenOf(GUEST), STRANGER).organization(OTHER_ORGANIZATION).send().created();

    assertThat(created.resourceOwner()).isEqualTo(OTHER_ORGANIZATION);
  }

  @Test
  public final void organization_namingTheCallersOwn_isThatOne() {
    assertThat(
            as(tokenOf(OWNER), MACHINE).organization(ORGANIZATION).send().created().resourceOwner())
        .isEqualTo(ORGANIZATION);
  }

  @Test
  public final void organization_surroundedByBlanks_isTheNamedOne() {
    assertThat(
            create(STRANGER)
                .organization("  " + OTHER_ORGANIZATION + " ")
                .sendUntouched()
                .created()
                .resourceOwner())
        .isEqualTo(OTHER_ORGANIZATION);
  }

  @Test
  public final void organization_inHeaderOfAnyCase_isTheNamedOne() {
    for (String name : List.of("X-ZITADEL-OrgID", "X-Zitadel-Orgid", "X-ZITADEL-ORGID")) {
      Answer answer =
          create(STRANGER).without("x-zitadel-orgid").header(name, OTHER_ORGANIZATION).send();

      assertThat(answer.created().resourceOwner()).as(name).isEqualTo(OTHER_ORGANIZATION);
    }
  }

  @Test
  public final void organization_withInstanceWideRole_isReachedByTheHeader() {
    Answer.Created created =
        as(tokenOf(INSTANCE_OWNER), STRANGER).organization(OTHER_ORGANIZATION).send().created();

    assertThat(created.resourceOwner()).isEqualTo(OTHER_ORGANIZATION);
  }

  @Test
  public final void expiration_notGiven_isAccepted() {
    create(MACHINE).send().created();
    create(MACHINE).body("{}").send().created();
  }

  /** With a real clock now is over before the call comes in, and the next second stands for it. */
  @Test
  public final void expiration_equalToNow_isAccepted() {
    Instant now = host.now();

    create(MACHINE).expiring(host.clockStandsStill() ? now : now.plusSeconds(5)).send().created();
  }

  @Test
  public final void expiration_onFirstDayOfYearOne_countsAsNotGiven() {
    String token = create(OWNER).expiring("0001-01-01T00:00:00Z").send().created().token();

    as(token, MACHINE).send().created();
  }

  @Test
  public final void expiration_onFirstDayOfYearOneWithOffset_countsAsNotGiven() {
    create(OWNER).expiring("0001-01-01T02:00:00+02:00").send().created();
  }

  @Test
  public final void sequence_ofTwoCreatesInARow_differsByOne() {
    long first = create(MACHINE).send().created().sequence();

    assertThat(create(MACHINE).send().created().sequence()).isEqualTo(first + 1);
  }

  @Test
  public final void sequence_countsNoCreateOfAnotherUser() {
    long first = create(MACHINE).send().created().sequence();
    create(NEIGHBOUR).send().created();

    assertThat(create(MACHINE).send().created().sequence()).isEqualTo(first + 1);
  }

  @Test
  public final void sequence_countsNoRefusedCreate() {
    long first = create(MACHINE).send().created().sequence();
    create(MACHINE).expiring("2001-01-01T00:00:00Z").send().refused(Outcome.EXPIRED_BEFORE_NOW);

    assertThat(create(MACHINE).send().created().sequence()).isEqualTo(first + 1);
  }

  @Test
  public final void tokenId_isANumberOf17To19Digits() {
    assertThat(create(MACHINE).send().created().tokenId()).matches("[1-9][0-9]{16,18}");
  }

  @Test
  public final void tokenId_risesWithTime() {
    List<Long> ids = new ArrayList<>();
    for (String user : List.of(MACHINE, NEIGHBOUR, MACHINE, OWNER)) {
      ids.add(Long.parseLong(create(user).send().created().tokenId()));
    }

    assertThat(ids).as("ids of tokens that were created one after the other").isSorted();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  public final void token_opensTheNextCall() {
    String token = create(OWNER).send().created().token();

    as(token, MACHINE).send().created();
  }

  @Test
  public final void token_opensManyCalls() {
    String token = tokenOf(OWNER);
    for (int i = 0; i < 3; i++) {
      as(token, MACHINE).send().created();
    }
  }

  @Test
  public final void tokens_ofOneUser_allWork() {
    String first = tokenOf(OWNER);
    String second = tokenOf(OWNER);

    as(first, MACHINE).send().created();
    as(second, MACHINE).send().created();
  }

  @Test
  public final void dates_areOfTheClockOfTheHost() {
    Instant before = host.now().truncatedTo(ChronoUnit.MILLIS);
    Instant date = create(MACHINE).send().created().creationDate();

    assertThat(date).as("creationDate").isBetween(before, host.now());
  }

  @Test
  public final void creates_byTwoThreads_giveDifferentTokensAndSequencesWithoutGap() {
    long before = create(MACHINE).send().created().sequence();
    List<Answer.Created> created =
        Together.call(2, () -> createMany(500)).stream().flatMap(List::stream).toList();

    assertThat(created.stream().map(Answer.Created::sequence).sorted().toList())
        .as("sequences of 1,000 creates by two threads, sorted")
        .isEqualTo(LongStream.rangeClosed(before + 1, before + 1000).boxed().toList());
    assertThat(created.stream().map(Answer.Created::tokenId).distinct().count())
        .as("number of different token ids")
        .isEqualTo(1000);
    assertThat(created.stream().map(Answer.Created::token).distinct().count())
        .as("number of different tokens")
        .isEqualTo(1000);
  }

  private List<Answer.Created> createMany(int count) {
    List<Answer.Created> created = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      created.add(create(MACHINE).send().created());
    }
    return created;
  }
}
