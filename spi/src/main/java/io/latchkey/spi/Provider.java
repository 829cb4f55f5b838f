package io.latchkey.spi;

/**
 * What every provider can do beside its work: say whether it is well, and be closed.
 *
 * <p>Thread-safe: every method of a provider may be called by any number of threads at once.
 */
public interface Provider extends AutoCloseable {

  /**
   * Tells whether operations are likely to succeed now. Does real work on the backend (a trivial
   * query, a root DSE read), opens what has not been opened yet, and answers within the provider's
   * time limit.
   *
   * <p>A backend that is down is an answer here, not an exception.
   *
   * @return {@link CheckResult#ok()}, or a failure with one sentence for the operator; never with a
   *     secret in it
   */
  CheckResult check();

  /**
   * Releases what this provider made and leaves what it was given. Closing twice is the same as
   * closing once; what is called afterwards throws {@link IllegalStateException}.
   */
  @Override
  void close();
}
