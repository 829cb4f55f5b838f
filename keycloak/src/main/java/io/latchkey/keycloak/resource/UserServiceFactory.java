package io.latchkey.keycloak.resource;

import io.latchkey.endpoint.call.UserCalls;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * The calls of the user API by their names. Found by Keycloak, at build time too: the constructor
 * does nothing.
 */
public final class UserServiceFactory implements RealmResourceProviderFactory {

  /** Called by Keycloak. */
  public UserServiceFactory() {}

  @Override
  public String getId() {
    return "zitadel.user.v2.UserService";
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new RealmResource(
        session,
        latchkey -> new RealmRpcResource(latchkey, new UserCalls(latchkey.latchkey()).all()));
  }

  @Override
  public void init(Config.Scope config) {
    // All keys are those of the management API.
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    // Needs no other provider.
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
