package io.latchkey.bench.faults.clock;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;

import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.time.Instant;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.asm.Advice;

/**
 * Runs in the server: lets {@code java.time} tell a wrong time. Byte Buddy is there already, it
 * comes with Hibernate.
 */
public final class ClockAgent {

  /** By how many milliseconds the clock is wrong. */
  static final String OFFSET = "latchkey.bench.clock.offset";

  private static final Duration TOLERANCE = Duration.ofSeconds(10);

  private ClockAgent() {}

  /**
   * Called by the JVM each time when the agent is loaded.
   *
   * @param offset in milliseconds
   * @param instrumentation of the JVM
   */
  public static void agentmain(String offset, Instrumentation instrumentation) {
    if (System.setProperty(OFFSET, offset) == null) {
      install(instrumentation);
    }
    Instant expected =
        Instant.ofEpochMilli(System.currentTimeMillis()).plusMillis(Long.parseLong(offset));
    if (Duration.between(expected, Instant.now()).abs().compareTo(TOLERANCE) > 0) {
      throw new IllegalStateException("the clock could not be stepped");
    }
  }

  private static void install(Instrumentation instrumentation) {
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(RedefinitionStrategy.RETRANSFORMATION)
        .ignore(none())
        .type(named("java.time.Clock").or(named("java.time.Clock$SystemClock")))
        .transform(
            (builder, type, loader, module, domain) ->
                builder
                    .visit(Advice.to(ShiftedInstant.class).on(named("currentInstant")))
                    .visit(Advice.to(ShiftedMillis.class).on(named("millis"))))
        .installOn(instrumentation);
  }
}
