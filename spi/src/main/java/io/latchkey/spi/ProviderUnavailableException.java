package io.latchkey.spi;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * "Could not tell": the backend is down, too slow, or answered what cannot be understood. A host
 * refuses the request with HTTP 503 and lets nobody in.
 *
 * <p>The message is for the operator's log. It never holds a token, a digest, a password or a
 * connection string with one in it.
 */
public final class ProviderUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Whether the operation may have happened all the same. */
  public enum Effect {
    /** It did not happen, and will not: it may be tried again. */
    NONE,
    /** It may have happened, may still happen, or not: the answer was lost on the way. */
    UNKNOWN
  }

  /** What is known of the operation's effect. */
  private final Effect effect;

  /**
   * Creates an exception.
   *
   * @param message one sentence for the operator's log
   * @param effect whether the operation may have happened
   * @param cause what the backend's driver threw; null if there is none
   */
  public ProviderUnavailableException(String message, Effect effect, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
    this.effect = requireNonNull(effect, "effect");
  }

  /**
   * Whether the operation may have happened. A read has no effect: {@link Effect#NONE}.
   *
   * @return what is known of the effect
   */
  public Effect effect() {
    return effect;
  }
}
