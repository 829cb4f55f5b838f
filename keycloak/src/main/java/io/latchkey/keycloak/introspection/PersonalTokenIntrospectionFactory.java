package io.latchkey.keycloak.introspection;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.protocol.oidc.TokenIntrospectionProviderFactory;

/**
 * Stands in for Keycloak's own provider of the same id, the one that it asks where a request has no
 * hint. Found by Keycloak, at build time too: the constructor does nothing.
 */
public final class PersonalTokenIntrospectionFactory implements TokenIntrospectionProviderFactory {

  /** Called by Keycloak. */
  public PersonalTokenIntrospectionFactory() {}

  @Override
  public String getId() {
    return AccessTokenIntrospectionProviderFactory.ACCESS_TOKEN_TYPE;
  }

  /** Of two factories with one id Keycloak takes the one of the higher order; its own has 0. */
  @Override
  public int order() {
    return 10;
  }

  @Override
  public TokenIntrospectionProvider create(KeycloakSession session) {
    return new PersonalTokenIntrospection(session);
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
