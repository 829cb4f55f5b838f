package io.latchkey.bench.measure;

import java.time.Duration;

/** One of the two that are compared. */
@FunctionalInterface
public interface Side {

  /**
   * Does its work for some time.
   *
   * @param clients how many do it at once, 1 or more
   * @param duration how long
   * @return what came of it
   * @throws Exception if anything fails: a run with failures tells nothing
   */
  Turn run(int clients, Duration duration) throws Exception;

  /**
   * What came of one turn.
   *
   * @param rate how often the work was done, a second
   * @param times how long each took; empty if the side does not tell
   * @param share the part of the machine's processors that this process took meanwhile, 0 to 1
   */
  record Turn(double rate, AnswerTimes times, double share) {}
}
