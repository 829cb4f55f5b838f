package io.latchkey.ldap.token;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long one call goes on trying while others are faster. */
final class Patience {

  private static final int LONGEST_PAUSE_MILLIS = 32;

  private final Duration limit;
  private final long start = System.nanoTime();
  private int pauseMillis = 1;

  Patience(Duration limit) {
    this.limit = limit;
  }

  /** Waits for a moment, of random length, so that those who met do not meet again. */
  void pause() {
    if (System.nanoTime() - start > limit.toNanos()) {
      throw givenUp("was changed by others all the time for " + limit.toMillis() + " ms");
    }
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(pauseMillis + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw givenUp("was changed by others, and the thread was interrupted while it waited");
    }
    pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
  }

  private static ProviderUnavailableException givenUp(String what) {
    return new ProviderUnavailableException(
        "the event counter of an owner " + what, Effect.NONE, null);
  }
}
