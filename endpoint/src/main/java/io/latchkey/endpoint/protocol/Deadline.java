package io.latchkey.endpoint.protocol;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time by which a call must have been made. It ends a call that has not begun to change
 * anything; one that has begun is done.
 *
 * <p>Thread-safe.
 */
public final class Deadline {

  /** A call that may take any time. */
  static final Deadline NONE = new Deadline(Long.MAX_VALUE, () -> 0);

  /** 99,999,999 hours are more nanoseconds than a long holds. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final Pattern GRPC = Pattern.compile("([0-9]{1,8})([HMSmun])");
  private static final Pattern CONNECT = Pattern.compile("[0-9]{1,10}");

  private final long end;
  private final LongSupplier nanos;

  private Deadline(long end, LongSupplier nanos) {
    this.end = end;
    this.nanos = nanos;
  }

  static Deadline after(Duration timeout, LongSupplier nanos) {
    Duration within = timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
    return new Deadline(nanos.getAsLong() + within.toNanos(), nanos);
  }

  /** The header {@code grpc-timeout}: up to eight digits and a unit. */
  static Deadline ofGrpc(@Nullable String timeout) {
    if (timeout == null) {
      return NONE;
    }
    Matcher matcher = GRPC.matcher(timeout);
    if (!matcher.matches()) {
      throw CallException.malformed("the header grpc-timeout must be up to 8 digits and a unit");
    }
    long amount = Long.parseLong(matcher.group(1));
    return after(
        switch (matcher.group(2)) {
          case "H" -> Duration.ofHours(amount);
          case "M" -> Duration.ofMinutes(amount);
          case "S" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMillis(amount);
          case "u" -> Duration.ofNanos(amount * 1000);
          default -> Duration.ofNanos(amount);
        },
        System::nanoTime);
  }

  /** The header {@code Connect-Timeout-Ms}: up to ten digits. */
  static Deadline ofConnect(@Nullable String timeout) {
    if (timeout == null) {
      return NONE;
    }
    if (!CONNECT.matcher(timeout).matches()) {
      throw CallException.malformed("the header Connect-Timeout-Ms must be up to 10 digits");
    }
    return after(Duration.ofMillis(Long.parseLong(timeout)), System::nanoTime);
  }

  /**
   * Ends a call whose time is over.
   *
   * @throws CallException with {@link Code#DEADLINE_EXCEEDED} if it is
   */
  public void check() {
    if (end - nanos.getAsLong() <= 0) {
      throw CallException.of(Code.DEADLINE_EXCEEDED, "deadline exceeded, nothing was changed");
    }
  }
}
