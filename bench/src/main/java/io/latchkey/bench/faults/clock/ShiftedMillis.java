package io.latchkey.bench.faults.clock;

import net.bytebuddy.asm.Advice;

/** Becomes part of the JDK's method, and can call nothing but the JDK. */
final class ShiftedMillis {

  private ShiftedMillis() {}

  @Advice.OnMethodExit
  static void exit(@Advice.Return(readOnly = false) long now) {
    now = now + Long.getLong("latchkey.bench.clock.offset", 0);
  }
}
