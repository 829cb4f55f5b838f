package io.latchkey.keycloak.token;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Found by Keycloak, at build time too: the constructor does nothing. */
public final class TokenEntitiesFactory implements JpaEntityProviderFactory {

  /** Names the history of our changes to the schema: DATABASECHANGELOG_LATCHKEY. */
  static final String ID = "latchkey";

  /** Called by Keycloak. */
  public TokenEntitiesFactory() {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return new TokenEntities();
  }

  @Override
  public void init(Config.Scope config) {
    // Nothing can be set.
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
