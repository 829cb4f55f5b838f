package io.latchkey.bench.faults.clock;

import java.time.Instant;
import net.bytebuddy.asm.Advice;

/** Becomes part of the JDK's method, and can call nothing but the JDK. */
final class ShiftedInstant {

  private ShiftedInstant() {}

  @Advice.OnMethodExit
  static void exit(@Advice.Return(readOnly = false) Instant now) {
    now = now.plusMillis(Long.getLong("latchkey.bench.clock.offset", 0));
  }
}
