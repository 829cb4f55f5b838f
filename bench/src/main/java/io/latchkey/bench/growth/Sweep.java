package io.latchkey.bench.growth;

import io.latchkey.bench.measure.AnswerTimes;
import io.latchkey.bench.measure.Side;
import io.latchkey.bench.report.Results;
import io.latchkey.bench.report.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls while another node sweeps expired tokens, beside the same calls while none does. */
final class Sweep {

  private static final int CLIENTS_EACH = 4;

  private final Node node;
  private final Side verify;
  private final Side create;
  private final int expired;
  private final Duration turn;

  Sweep(Node node, Side verify, Side create, int expired, Duration turn) {
    this.node = node;
    this.verify = verify;
    this.create = create;
    this.expired = expired;
    this.turn = turn;
  }

  private record Calls(AnswerTimes verifies, AnswerTimes creates) {
    Calls and(Calls others) {
      return new Calls(verifies.and(others.verifies), creates.and(others.creates));
    }
  }

  /** Runs it, with one sweep in each pair of turns. */
  void run(int pairs, Results results) throws Exception {
    Calls without = new Calls(new AnswerTimes(), new AnswerTimes());
    Calls with = without;
    double seconds = 0;
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      for (int i = 0; i < pairs; i++) {
        node.table().expire(expired);
        without = without.and(calls(executor));
        Future<Double> sweeping = executor.submit(this::sweep);
        do {
          with = with.and(calls(executor));
        } while (!sweeping.isDone());
        seconds += sweeping.get();
      }
    } finally {
      executor.shutdownNow();
    }
    results.add(row("verify during a sweep, p99 ms", with.verifies(), without.verifies()));
    results.add(row("create during a sweep, p99 ms", with.creates(), without.creates()));
    results.note(
        String.format(
            Locale.ROOT,
            "A sweep removed %,d expired tokens in %.1f s while 8 clients called without a pause.",
            expired,
            seconds / pairs));
  }

  /** How long it took, in seconds. */
  private double sweep() {
    long start = System.nanoTime();
    int removed = node.store().removeExpired(Instant.parse("2026-01-01T00:00:00Z"), expired);
    if (removed != expired) {
      throw new IllegalStateException("the sweep removed " + removed + " of " + expired);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private Calls calls(ExecutorService executor) throws Exception {
    List<Future<Side.Turn>> both =
        List.of(
            executor.submit(() -> verify.run(CLIENTS_EACH, turn)),
            executor.submit(() -> create.run(CLIENTS_EACH, turn)));
    return new Calls(both.get(0).get().times(), both.get(1).get().times());
  }

  private static Row row(String what, AnswerTimes with, AnswerTimes without) {
    double ratio = with.millis(0.99) / without.millis(0.99);
    return new Row(
        what,
        "PostgreSQL",
        CLIENTS_EACH,
        String.format(Locale.ROOT, "%.2f with", with.millis(0.99)),
        String.format(Locale.ROOT, "%.2f without", without.millis(0.99)),
        ratio,
        "all turns",
        Optional.empty(),
        String.format(Locale.ROOT, "%.2f / %.2f", with.millis(0.5), with.millis(0.99)),
        "");
  }
}
