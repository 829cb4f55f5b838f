package io.latchkey.endpoint.jersey;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.call.UserCalls;
import io.latchkey.endpoint.protocol.Trailers;
import io.latchkey.endpoint.resource.RpcResource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;

/** {@link UserCalls} by their names, at the root of a Jersey application. */
@Singleton
@Path("/zitadel.user.v2.UserService")
public final class UserServiceResource extends RpcResource {

  /**
   * Creates a resource.
   *
   * @param latchkey what issues, shows, removes and verifies tokens
   * @param trailers how the host sends trailers
   */
  @Inject
  public UserServiceResource(Latchkey latchkey, Trailers trailers) {
    super(latchkey, new UserCalls(latchkey).all(), trailers);
  }
}
