package io.latchkey.endpoint.jersey;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.protocol.Trailers;
import io.latchkey.endpoint.resource.UserResource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;

/** {@link UserResource} at the root of a Jersey application. */
@Singleton
@Path("/v2")
public final class UserRootResource extends UserResource {

  /**
   * Creates a resource.
   *
   * @param latchkey what issues, shows, removes and verifies tokens
   * @param trailers how the host sends trailers
   */
  @Inject
  public UserRootResource(Latchkey latchkey, Trailers trailers) {
    super(latchkey, trailers);
  }
}
