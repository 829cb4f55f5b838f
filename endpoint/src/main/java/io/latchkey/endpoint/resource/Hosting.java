package io.latchkey.endpoint.resource;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.auth.Authenticator;
import io.latchkey.endpoint.auth.RequestAuthenticator;
import io.latchkey.endpoint.protocol.Trailers;

/**
 * What a host does for the calls that it serves.
 *
 * @param trailers how the host sends trailers; {@link Trailers#NONE} if it cannot, and native gRPC
 *     is refused
 * @param authenticator who makes a request
 * @param failed called when a call has failed, before it is answered: a host whose request is one
 *     transaction undoes it then, whatever the status of the answer is
 */
public record Hosting(Trailers trailers, Authenticator authenticator, Runnable failed) {

  /** Refuses a null component. */
  public Hosting {
    requireNonNull(trailers, "trailers");
    requireNonNull(authenticator, "authenticator");
    requireNonNull(failed, "failed");
  }

  /**
   * A host that knows no credentials but personal access tokens, and has nothing to undo.
   *
   * @param latchkey what verifies tokens
   * @param trailers how the host sends trailers
   * @return the hosting
   */
  public static Hosting of(Latchkey latchkey, Trailers trailers) {
    return new Hosting(trailers, new RequestAuthenticator(latchkey.verifier()), () -> {});
  }
}
