package io.latchkey.keycloak.exchange;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.TokenExchangeProvider;
import org.keycloak.protocol.oidc.TokenExchangeProviderFactory;

/** Found by Keycloak, at build time too: the constructor does nothing. */
public final class PersonalTokenExchangeFactory implements TokenExchangeProviderFactory {

  /** Called by Keycloak. */
  public PersonalTokenExchangeFactory() {}

  @Override
  public String getId() {
    return "latchkey";
  }

  /**
   * Asked before Keycloak's own, of which the standard one has 10: we leave them all that is
   * theirs.
   */
  @Override
  public int order() {
    return 20;
  }

  @Override
  public TokenExchangeProvider create(KeycloakSession session) {
    return new PersonalTokenExchange();
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
