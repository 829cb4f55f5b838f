package io.latchkey.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ContestTest {

  private final List<String> turns = new ArrayList<>();

  private Side side(String name, double... rates) {
    int[] next = {0};
    return (clients, duration) -> {
      turns.add(name);
      return new Side.Turn(rates[next[0]++], new AnswerTimes(1_000_000), 0.25);
    };
  }

  @Test
  void ratio_isTheMedianOfThePairs_afterTheWarmUp() throws Exception {
    Contest contest = new Contest(side("limit", 1, 100, 200, 100), side("ours", 1, 50, 150, 90));
    Contest.Outcome outcome = contest.run(8, new Contest.Length(1, 3, Duration.ofSeconds(1)));
    assertThat(outcome.ratio()).isEqualTo(new Spread(0.75, 0.5, 0.9));
    assertThat(outcome.limit()).isEqualTo(new Spread(100, 100, 200));
    assertThat(outcome.ours()).isEqualTo(new Spread(90, 50, 150));
    assertThat(outcome.times().count()).isEqualTo(3);
    assertThat(outcome.share()).isEqualTo(0.25);
  }

  @Test
  void whoComesFirst_changesFromPairToPair() throws Exception {
    new Contest(side("limit", 1, 1, 1), side("ours", 1, 1, 1))
        .run(1, new Contest.Length(0, 3, Duration.ofSeconds(1)));
    assertThat(turns).containsExactly("limit", "ours", "ours", "limit", "limit", "ours");
  }

  @Test
  void clients_eachCallOnAClientOfTheirOwn_andAreClosed() throws Exception {
    List<String> closed = new ArrayList<>();
    Side side =
        new Clients(
            () ->
                new Clients.Client() {
                  @Override
                  public void call() {
                    // Nothing takes least.
                  }

                  @Override
                  public void close() {
                    closed.add("closed");
                  }
                });
    Side.Turn turn = side.run(3, Duration.ofMillis(50));
    assertThat(closed).hasSize(3);
    assertThat(turn.times().count()).isGreaterThan(3);
    assertThat(turn.rate()).isPositive();
    assertThat(turn.share()).isPositive();
  }

  @Test
  void clients_ofWhichACallFails_failTheTurn() {
    Side side =
        new Clients(
            () ->
                () -> {
                  throw new IllegalStateException("refused");
                });
    assertThatThrownBy(() -> side.run(2, Duration.ofMillis(50)))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("refused");
  }
}
