package io.latchkey.endpoint.jersey;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.call.ManagementCalls;
import io.latchkey.endpoint.protocol.Trailers;
import io.latchkey.endpoint.resource.RpcResource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;

/** {@link ManagementCalls} by their names, at the root of a Jersey application. */
@Singleton
@Path("/zitadel.management.v1.ManagementService")
public final class ManagementServiceResource extends RpcResource {

  /**
   * Creates a resource.
   *
   * @param latchkey what issues, shows, removes and verifies tokens
   * @param trailers how the host sends trailers
   */
  @Inject
  public ManagementServiceResource(Latchkey latchkey, Trailers trailers) {
    super(latchkey, new ManagementCalls(latchkey).all(), trailers);
  }
}
