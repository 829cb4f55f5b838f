package io.latchkey.endpoint.error;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Status;
import io.latchkey.spi.ProviderUnavailableException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Why a call has failed, as its client is told.
 *
 * @param status the error
 * @param challenge the value of {@code WWW-Authenticate}; absent if the caller is known
 */
public record Failure(Status status, Optional<String> challenge) {

  private static final System.Logger LOG = System.getLogger(Failure.class.getName());

  /** Refuses a null component. */
  public Failure {
    requireNonNull(status, "status");
    requireNonNull(challenge, "challenge");
  }

  /**
   * The failure of a call that an exception has ended. What is not the client's to know is logged.
   *
   * @param exception what ended it
   * @return the failure
   */
  public static Failure of(RuntimeException exception) {
    if (exception instanceof CallException e) {
      return new Failure(e.status(), e.challenge());
    }
    if (exception instanceof ProviderUnavailableException e) {
      LOG.log(Level.WARNING, "could not tell: {0}", e.getMessage());
      LOG.log(Level.DEBUG, "could not tell", e);
      return new Failure(Errors.of(e), Optional.empty());
    }
    LOG.log(Level.ERROR, "a call ended in a defect", exception);
    return new Failure(Errors.INTERNAL, Optional.empty());
  }
}
