package io.latchkey.keycloak.resource;

import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** The management API at Keycloak's root. */
@Path("/management")
public class RootManagementResource {

  /** Called by Keycloak. */
  public RootManagementResource() {}

  /**
   * The resource of the realm that is served at the root.
   *
   * @return the resource; null, and so an unknown path, if there is no such realm
   */
  @Path("")
  public @Nullable Object below() {
    return RootRealm.resource("management");
  }
}
