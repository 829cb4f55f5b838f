package io.latchkey.bench.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.bench.faults.history.Operation.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each history that is wrong is so in one way, and else like one that is right. */
class CheckerTest {

  private final HistoryBuilder history = new HistoryBuilder();

  @Test
  void check_ofARightHistory_findsNothing() {
    history
        .create(1, 10, 1)
        .create(2, 20, 2)
        .use(2, 10, Outcome.OK)
        .use(1, 20, Outcome.COULD_NOT_TELL)
        .list(1, Map.of("10", 1L, "20", 2L))
        .remove(1, 10, 3)
        .use(2, 10, Outcome.OK)
        .use(1, 10, Outcome.UNAUTHORIZED)
        .after(1001)
        .use(2, 10, Outcome.UNAUTHORIZED)
        .list(2, Map.of("20", 2L));
    history.add(Kind.CREATE_EXPIRED, 1, "", Outcome.REFUSED, 0, Map.of());
    history.add(Kind.USE_OF_STRANGER, 1, "", Outcome.UNAUTHORIZED, 0, Map.of());

    assertThat(history.end(30, 4, Map.of("20", 2L, "30", 4L))).isEmpty();
  }

  @Test
  void check_ofUnansweredCallsThatHappened_findsNothing() {
    history
        .create(1, 10, 1)
        .createIs(Outcome.COULD_NOT_TELL)
        .createIs(Outcome.NO_ANSWER)
        .removeIs(10, Outcome.NO_ANSWER)
        .use(1, 10, Outcome.UNAUTHORIZED)
        .removeIs(10, Outcome.REFUSED);

    assertThat(history.end(30, 4, Map.of("15", 2L, "30", 4L))).isEmpty();
  }

  @Test
  void check_ofUnansweredCallsThatDidNotHappen_findsNothing() {
    history.create(1, 10, 1).createIs(Outcome.NO_ANSWER).removeIs(10, Outcome.COULD_NOT_TELL);

    assertThat(history.end(30, 2, Map.of("10", 1L, "30", 2L))).isEmpty();
  }

  @Test
  void check_ofALostToken_tellsWhichListIsWithoutIt() {
    history.create(1, 10, 1).list(1, Map.of());

    assertThat(history.end(30, 2, Map.of("10", 1L, "30", 2L)))
        .containsExactly(
            "a created token is not listed", "a token is listed again", "a token is listed again");
  }

  @Test
  void check_ofATokenThatIsGoneAtTheEnd_findsIt() {
    history.create(1, 10, 1);

    assertThat(history.end(30, 2, Map.of("30", 2L)))
        .containsExactly("a created token is not listed", "a created token is not listed");
  }

  @Test
  void check_ofATokenThatIsNotAcceptedAtTheEnd_findsIt() {
    history
        .create(1, 10, 1)
        .last(30, 2)
        .lastList(1, Map.of("10", 1L, "30", 2L))
        .lastList(2, Map.of("10", 1L, "30", 2L))
        .lastUse("10", Outcome.COULD_NOT_TELL);

    assertThat(history.check())
        .containsExactly(
            "a created token is not accepted at the end",
            "a created token is not accepted at the end");
  }

  @Test
  void check_withoutATokenAtTheEnd_saysThatNoneCouldBeCreated() {
    history.create(1, 10, 1).lastList(1, Map.of("10", 1L));

    assertThat(history.check()).containsExactly("no token could be created at the end");
  }

  @Test
  void check_ofARefusedCreateThatHappened_findsIt() {
    assertThat(history.end(30, 2, Map.of("15", 1L, "30", 2L)))
        .containsExactly(
            "user u1 has the tokens [15] that no client knows, but only 0 creates without an"
                + " answer");
  }

  @Test
  void check_ofOneUnansweredCreateThatHappenedTwice_findsIt() {
    history.createIs(Outcome.NO_ANSWER);

    assertThat(history.end(30, 3, Map.of("15", 1L, "16", 2L, "30", 3L)))
        .containsExactly(
            "user u1 has the tokens [15, 16] that no client knows, but only 1 creates without an"
                + " answer");
  }

  @Test
  void check_ofAValidTokenThatIsRefused_findsIt() {
    history.create(1, 10, 1).use(2, 10, Outcome.UNAUTHORIZED);

    assertThat(history.end(30, 2, Map.of("10", 1L, "30", 2L)))
        .containsExactly("a valid token was refused");
  }

  @Test
  void check_ofAnAdministratorThatIsRefused_findsIt() {
    history.add(Kind.LIST, 2, "", Outcome.UNAUTHORIZED, 0, Map.of());

    assertThat(history.end(30, 1, Map.of("30", 1L)))
        .containsExactly("the administrator was answered 401");
  }

  @Test
  void check_ofAStrangerThatIsAccepted_findsIt() {
    history.add(Kind.USE_OF_STRANGER, 2, "", Outcome.OK, 0, Map.of());

    assertThat(history.end(30, 1, Map.of("30", 1L)))
        .containsExactly("a token that nobody gave out was accepted");
  }

  @Test
  void check_ofAnAnswerThatShouldNotBe_findsIt() {
    history.create(1, 10, 1).use(1, 10, Outcome.UNEXPECTED);

    assertThat(history.end(30, 2, Map.of("10", 1L, "30", 2L)))
        .containsExactly("an answer that no server should give");
  }

  @Test
  void check_ofNodesThatDisagree_findsThem() {
    history
        .createIs(Outcome.NO_ANSWER)
        .last(30, 2)
        .lastList(1, Map.of("15", 1L, "30", 2L))
        .lastList(2, Map.of("30", 2L));

    assertThat(history.check()).containsExactly("two nodes list different tokens at the end");
  }
}
