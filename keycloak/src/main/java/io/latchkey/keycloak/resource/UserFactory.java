package io.latchkey.keycloak.resource;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** The user API. Found by Keycloak, at build time too: the constructor does nothing. */
public final class UserFactory implements RealmResourceProviderFactory {

  /** Called by Keycloak. */
  public UserFactory() {}

  @Override
  public String getId() {
    return "v2";
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new RealmResource(session, latchkey -> new RealmUserResource(latchkey));
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
