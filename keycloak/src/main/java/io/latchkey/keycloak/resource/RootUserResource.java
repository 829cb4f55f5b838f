package io.latchkey.keycloak.resource;

import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** The user API at Keycloak's root. */
@Path("/v2")
public class RootUserResource {

  /** Called by Keycloak. */
  public RootUserResource() {}

  /**
   * The resource of the realm that is served at the root.
   *
   * @return the resource; null, and so an unknown path, if there is no such realm
   */
  @Path("")
  public @Nullable Object below() {
    return RootRealm.resource("v2");
  }
}
