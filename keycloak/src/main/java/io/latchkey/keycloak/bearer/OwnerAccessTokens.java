package io.latchkey.keycloak.bearer;

import io.latchkey.keycloak.use.OwnerSessions;
import io.latchkey.keycloak.use.PresentedToken;
import io.latchkey.keycloak.use.PresentedTokens;
import io.latchkey.spi.ProviderUnavailableException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Makes access tokens of the owners of personal access tokens, each for one request, by a client
 * that the operator has chosen. They never leave the server.
 *
 * <p>For one thread, as the session is.
 */
final class OwnerAccessTokens {

  /** Long enough for the request that it is made for to reach Keycloak's own check. */
  private static final int SECONDS = 60;

  private final KeycloakSession session;
  private final String clientId;

  OwnerAccessTokens(KeycloakSession session, String clientId) {
    this.session = session;
    this.clientId = clientId;
  }

  /**
   * Exchanges a personal access token, and tells Keycloak's events.
   *
   * @param text the token; of any length and any characters
   * @param realms the realms that it may be of
   * @return the access token; absent if it is of none of them, or not good
   * @throws ProviderUnavailableException if it could not be told
   */
  Optional<String> exchange(String text, List<RealmModel> realms) {
    @Nullable EventBuilder refused = null;
    for (RealmModel realm : realms) {
      session.getContext().setRealm(realm);
      EventBuilder event = event(realm);
      Optional<PresentedToken> found = find(text, event);
      @Nullable ClientModel client = realm.getClientByClientId(clientId);
      if (found.isPresent() && client != null && client.isEnabled()) {
        return Optional.of(make(found.get(), realm, client, event));
      }
      if (found.isPresent()) {
        event.error(client == null ? Errors.CLIENT_NOT_FOUND : Errors.CLIENT_DISABLED);
        return Optional.empty();
      }
      refused = refused == null ? event : refused;
    }
    if (refused != null) {
      refused.error(Errors.INVALID_TOKEN);
    }
    return Optional.empty();
  }

  private EventBuilder event(RealmModel realm) {
    return new EventBuilder(realm, session, session.getContext().getConnection())
        .event(EventType.TOKEN_EXCHANGE)
        .client(clientId)
        .detail(Details.AUTH_METHOD, OwnerSessions.AUTH_METHOD);
  }

  private Optional<PresentedToken> find(String text, EventBuilder event) {
    try {
      return new PresentedTokens(session).find(text, event);
    } catch (ProviderUnavailableException e) {
      event.detail(Details.REASON, e.getMessage());
      event.error(OAuthErrorException.TEMPORARILY_UNAVAILABLE);
      throw e;
    }
  }

  private String make(
      PresentedToken presented, RealmModel realm, ClientModel client, EventBuilder event) {
    session.getContext().setClient(client);
    UserSessionModel userSession = OwnerSessions.transientSession(session, presented.owner());
    AuthenticationSessionModel authSession =
        new AuthenticationSessionManager(session)
            .createAuthenticationSession(realm, false)
            .createAuthenticationSession(client);
    authSession.setAuthenticatedUser(presented.owner());
    authSession.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
    authSession.setClientNote(
        OIDCLoginProtocol.ISSUER,
        Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
    AuthenticationManager.setClientScopesInSession(session, authSession);
    ClientSessionContext context =
        TokenManager.attachAuthenticationSession(session, userSession, authSession);
    context.setAttribute(Constants.GRANT_TYPE, OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE);
    TokenManager.AccessTokenResponseBuilder response =
        new TokenManager()
            .responseBuilder(realm, client, event, session, userSession, context)
            .generateAccessToken();
    AccessToken token = response.getAccessToken();
    token.setSessionId(null);
    token.exp(Math.min(token.getIat() + SECONDS, presented.expiresAt()));
    String made = response.build().getToken();
    event.success();
    return made;
  }
}
