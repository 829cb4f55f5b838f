package io.latchkey.bench.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a history about tokens that were removed. */
class RevocationsTest {

  private final HistoryBuilder history = new HistoryBuilder();

  @Test
  void check_ofATokenThatIsNotThereToRemove_findsIt() {
    history.create(1, 10, 1).removeIs(10, Outcome.REFUSED);

    assertThat(history.end(30, 2, Map.of("10", 1L, "30", 2L)))
        .containsExactly("a created token was not there to remove");
  }

  @Test
  void check_ofARemovalThatAnotherOneWasFasterThan_findsNothing() {
    history.create(1, 10, 1).remove(1, 10, 2).removeIs(10, Outcome.REFUSED);

    assertThat(history.end(30, 3, Map.of("30", 3L))).isEmpty();
  }

  @Test
  void check_ofARemovedTokenAcceptedAfterTheBound_findsIt() {
    history.create(1, 10, 1).remove(1, 10, 2).after(1000).use(2, 10, Outcome.OK);

    assertThat(history.end(30, 3, Map.of("30", 3L)))
        .containsExactly("a removed token was accepted 1001 ms after the answer to its removal");
  }

  @Test
  void check_ofARemovedTokenAcceptedAtTheBound_findsNothing() {
    history.create(1, 10, 1).remove(1, 10, 2).after(999).use(2, 10, Outcome.OK);

    assertThat(history.end(30, 3, Map.of("30", 3L))).isEmpty();
  }

  @Test
  void check_ofARemovedTokenAcceptedByTheSameNode_findsIt() {
    history.create(1, 10, 1).remove(1, 10, 2).use(1, 10, Outcome.OK);

    assertThat(history.end(30, 3, Map.of("30", 3L)))
        .containsExactly(
            "a removed token was accepted 1 ms after the answer to its removal by the same node");
  }

  @Test
  void check_ofARemovedTokenThatIsListed_findsIt() {
    history.create(1, 10, 1).remove(1, 10, 2).list(2, Map.of("10", 1L));

    assertThat(history.end(30, 3, Map.of("30", 3L))).containsExactly("a removed token is listed");
  }

  @Test
  void check_ofATokenRemovedTwice_findsIt() {
    history.create(1, 10, 1).remove(1, 10, 2).remove(2, 10, 3);

    assertThat(history.end(30, 4, Map.of("30", 4L)))
        .contains("a token was removed twice")
        .hasSize(2);
  }

  @Test
  void check_ofARefusedTokenThatWorksAgain_findsIt() {
    history
        .create(1, 10, 1)
        .removeIs(10, Outcome.NO_ANSWER)
        .use(2, 10, Outcome.UNAUTHORIZED)
        .after(1000)
        .use(2, 10, Outcome.OK);

    assertThat(history.end(30, 3, Map.of("30", 3L)))
        .containsExactly("a token works again that was refused");
  }

  @Test
  void check_ofATokenThatIsListedAgain_findsIt() {
    history
        .create(1, 10, 1)
        .removeIs(10, Outcome.NO_ANSWER)
        .list(1, Map.of())
        .list(2, Map.of("10", 1L));

    assertThat(history.end(30, 3, Map.of("30", 3L))).containsExactly("a token is listed again");
  }

  @Test
  void delays_areOfOtherNodesAlone() {
    history
        .create(1, 10, 1)
        .remove(1, 10, 2)
        .after(4)
        .use(2, 10, Outcome.OK)
        .use(2, 10, Outcome.UNAUTHORIZED)
        .use(1, 10, Outcome.UNAUTHORIZED);

    assertThat(RevocationDelays.in(history.operations()))
        .hasToString("1, p50 5.0 ms, p99 5.0 ms, max 5.0 ms");
    assertThat(RevocationDelays.in(List.of()).maxMillis()).isEqualTo(0);
  }
}
