package io.latchkey.endpoint.jersey;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.protocol.Trailers;
import io.latchkey.endpoint.resource.ManagementResource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;

/** {@link ManagementResource} at the root of a Jersey application. */
@Singleton
@Path("/management")
public final class ManagementRootResource extends ManagementResource {

  /**
   * Creates a resource.
   *
   * @param latchkey what issues and verifies tokens
   * @param trailers how the host sends trailers
   */
  @Inject
  public ManagementRootResource(Latchkey latchkey, Trailers trailers) {
    super(latchkey, trailers);
  }
}
