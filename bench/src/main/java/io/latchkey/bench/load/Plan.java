package io.latchkey.bench.load;

import io.latchkey.bench.measure.Contest;
import io.latchkey.bench.parts.PartsRun;
import java.time.Duration;
import java.util.List;

/**
 * How long a run takes.
 *
 * @param clients the counts of clients
 * @param length the turns of each contest
 * @param warmUp how long the server is warmed up before the first contest
 * @param parts the rounds of JMH
 */
record Plan(List<Integer> clients, Contest.Length length, Duration warmUp, PartsRun.Length parts) {

  /** About 20 minutes: the numbers count. */
  static final Plan FULL =
      new Plan(
          List.of(1, 8, 64),
          new Contest.Length(1, 5, Duration.ofSeconds(2)),
          Duration.ofSeconds(60),
          new PartsRun.Length(3, 3, 3));

  /** About 3 minutes: to see that all of it works. */
  static final Plan QUICK =
      new Plan(
          List.of(1, 8, 64),
          new Contest.Length(0, 1, Duration.ofSeconds(1)),
          Duration.ofSeconds(2),
          new PartsRun.Length(1, 1, 1));
}
