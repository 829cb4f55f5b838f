package io.latchkey.bench.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a history about the numbers of events and of tokens. */
class SequencesAndIdsTest {

  private final HistoryBuilder history = new HistoryBuilder();

  @Test
  void check_ofTwoEventsWithOneSequence_findsThem() {
    history.create(1, 10, 1).create(2, 20, 1);

    assertThat(history.end(30, 3, Map.of("10", 1L, "20", 1L, "30", 3L)))
        .containsExactly("two events have one sequence");
  }

  @Test
  void check_ofAGapBetweenSequences_findsIt() {
    history.create(1, 10, 1);

    assertThat(history.end(30, 3, Map.of("10", 1L, "30", 3L)))
        .containsExactly(
            "user u1 had 2 events, 2 creates of which 0 were not answered, and 0 removals, but the"
                + " last sequence is 3");
  }

  @Test
  void check_ofSequencesOutOfOrder_findsThem() {
    history.create(1, 10, 2).create(2, 20, 1);

    assertThat(history.end(30, 3, Map.of("10", 2L, "20", 1L, "30", 3L)))
        .containsExactly("sequences are not in the order of the events");
  }

  @Test
  void check_ofATokenListedWithAnotherSequence_findsIt() {
    history.create(1, 10, 1).list(2, Map.of("10", 2L));

    assertThat(history.end(30, 2, Map.of("10", 1L, "30", 2L)))
        .containsExactly("token 10 is listed with sequence 2");
  }

  @Test
  void check_ofAnUnknownTokenWithTheSequenceOfAnother_findsIt() {
    history.create(1, 10, 1).createIs(Outcome.NO_ANSWER).list(1, Map.of("10", 1L, "15", 1L));

    assertThat(history.end(30, 3, Map.of("10", 1L, "30", 3L)))
        .containsExactly(
            "token 15, which no client knows, is listed with the sequence of another event");
  }

  @Test
  void check_ofTwoTokensWithOneId_findsThem() {
    history.create(1, 10, 1);
    history.restart().create(2, 10, 1);

    assertThat(history.end(30, 2, Map.of("10", 1L, "30", 2L)))
        .containsExactlyInAnyOrder("two tokens have one id", "two events have one sequence");
  }

  @Test
  void check_ofIdsThatFallOnOneServer_findsThem() {
    history.create(1, 20, 1).create(1, 10, 2);

    assertThat(history.end(30, 3, Map.of("20", 1L, "10", 2L, "30", 3L)))
        .containsExactly("ids do not rise");
  }

  @Test
  void check_ofIdsThatFallOverARestart_findsNothing() {
    history.create(1, 20, 1).restart().create(1, 10, 2);

    assertThat(history.end(30, 3, Map.of("20", 1L, "10", 2L, "30", 3L))).isEmpty();
  }
}
