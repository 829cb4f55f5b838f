package io.latchkey.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.latchkey.spi.Provider;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.tck.internal.Soon;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How calls end that a provider cannot answer: its backend is away, or it was closed. */
final class CallAssertions {

  /** How long a provider may take to notice that its backend is back. */
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  private CallAssertions() {}

  /** A read: it has no effect, and must say so. */
  static void assertCouldNotTell(String call, Callable<?> read) {
    assertThat(unavailable(call, read).effect())
        .as("effect of %s while the backend is away", call)
        .isEqualTo(Effect.NONE);
  }

  /** A change, which may have happened or not. */
  static void assertUnavailable(String call, ThrowingCallable change) {
    Throwable thrown = catchThrowable(change);
    assertThat(thrown)
        .as("what %s throws while the backend is away", call)
        .isInstanceOf(ProviderUnavailableException.class);
  }

  private static ProviderUnavailableException unavailable(String call, Callable<?> read) {
    Object answer;
    try {
      answer = read.call();
    } catch (ProviderUnavailableException e) {
      return e;
    } catch (Exception e) {
      throw new AssertionError(told(call, "threw " + e), e);
    }
    throw new AssertionError(told(call, "answered " + answer));
  }

  private static String told(String call, String what) {
    return call
        + " "
        + what
        + " while the backend is away, and must throw ProviderUnavailableException";
  }

  /** What a read answers as soon as it can tell again; the backend is back. */
  static <T> T answerOnceBack(String call, Supplier<T> read) {
    AtomicReference<Object> thrown = new AtomicReference<>("");
    Supplier<Optional<T>> attempt =
        () -> {
          try {
            return Optional.of(read.get());
          } catch (ProviderUnavailableException e) {
            thrown.set(e);
            return Optional.empty();
          }
        };
    return Soon.look(RECOVERY, attempt, Optional::isPresent)
        .orElseThrow(
            () ->
                new AssertionError(
                    call + " throws still, " + RECOVERY + " after the backend is back: " + thrown));
  }

  /** Makes a call of which other rules say how it ends. */
  static void attempt(ThrowingCallable call) {
    if (catchThrowable(call) instanceof Error error) {
      throw error;
    }
  }

  static void assertTellsProblem(Provider provider) {
    assertThat(provider.check().problem().map(String::strip))
        .as("problem that check() tells while the backend is away")
        .isPresent()
        .get()
        .isNotEqualTo("");
  }

  /** Whatever the calls end with, each must do so soon enough. */
  static void assertEndInTime(Duration limit, ThrowingCallable... calls) {
    for (ThrowingCallable call : List.of(calls)) {
      long start = System.nanoTime();
      Throwable end = catchThrowable(call);
      // How it ended is what other rules are about.
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("time that a call takes while the backend is away; it ended with %s", end)
          .isLessThanOrEqualTo(limit);
    }
  }

  static void assertRefusesClosed(String call, ThrowingCallable method) {
    assertThatThrownBy(method, "what %s throws after close()", call)
        .isInstanceOf(IllegalStateException.class);
  }
}
