package io.latchkey.tck.memory;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Whether a provider in memory answers, pretends to be down, or is closed. Thread-safe. */
final class Availability {

  private static final String DOWN = "the provider in memory was made to fail";

  private final AtomicBoolean loseNextAnswer = new AtomicBoolean();
  private volatile @Nullable Effect failing;
  private volatile boolean closed;

  void fail(Effect effect) {
    failing = requireNonNull(effect, "effect");
  }

  void loseNextAnswer() {
    loseNextAnswer.set(true);
  }

  void recover() {
    failing = null;
    loseNextAnswer.set(false);
  }

  void close() {
    closed = true;
  }

  CheckResult check() {
    requireOpen();
    return failing == null ? CheckResult.ok() : CheckResult.failed(DOWN);
  }

  /** To be called before a read; a read has no effect, whatever was asked for. */
  void beforeRead() {
    requireOpen();
    if (failing != null) {
      throw new ProviderUnavailableException(DOWN, Effect.NONE, null);
    }
  }

  /** To be called before a write. */
  void beforeWrite() {
    requireOpen();
    Effect effect = failing;
    if (effect != null) {
      throw new ProviderUnavailableException(DOWN, effect, null);
    }
  }

  /** To be called after a write. */
  void afterWrite() {
    if (loseNextAnswer.getAndSet(false)) {
      throw new ProviderUnavailableException("the answer was lost", Effect.UNKNOWN, null);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the provider is closed");
    }
  }
}
