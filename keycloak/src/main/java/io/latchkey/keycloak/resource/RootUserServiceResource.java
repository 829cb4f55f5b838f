package io.latchkey.keycloak.resource;

import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** The calls of the user API by their names, at Keycloak's root. */
@Path("/zitadel.user.v2.UserService")
public class RootUserServiceResource {

  /** Called by Keycloak. */
  public RootUserServiceResource() {}

  /**
   * The resource of the realm that is served at the root.
   *
   * @return the resource; null, and so an unknown path, if there is no such realm
   */
  @Path("")
  public @Nullable Object below() {
    return RootRealm.resource("zitadel.user.v2.UserService");
  }
}
