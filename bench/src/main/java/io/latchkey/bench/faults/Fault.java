package io.latchkey.bench.faults;

import io.latchkey.bench.faults.history.ClockStep;
import io.latchkey.bench.faults.load.Load;
import io.latchkey.bench.faults.site.Calls;
import io.latchkey.bench.faults.site.Site;
import java.util.List;
import java.util.Random;

/** Something that goes wrong while clients call. */
interface Fault {

  /** As it is named on the command line. */
  String name();

  /** Where it strikes; started if it is not there yet. */
  Site site() throws Exception;

  /**
   * Strikes, and sets right what an operator would set right.
   *
   * @return when clocks were wrong on the way
   */
  List<ClockStep> strike(Strike strike) throws Exception;

  /**
   * Looks whether this machine lets it strike.
   *
   * @throws IllegalArgumentException if not; its message is a sentence for the user
   */
  default void require() {}

  /** Whether some calls must have failed for the fault to have been one. */
  default boolean mustBeFelt() {
    return false;
  }

  /**
   * What a fault may use while it strikes.
   *
   * @param calls calls that are written down
   * @param load what goes on
   * @param users whose tokens it is about
   * @param random what is chosen
   */
  record Strike(Calls calls, Load load, List<String> users, Random random) {}
}
