package io.latchkey.keycloak.exchange;

import io.latchkey.keycloak.use.OwnerSessions;
import io.latchkey.keycloak.use.PresentedToken;
import io.latchkey.keycloak.use.PresentedTokens;
import io.latchkey.spi.ProviderUnavailableException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.TokenExchangeContext;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.tokenexchange.StandardTokenExchangeProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.CorsErrorResponseException;

/**
 * Exchanges a personal access token for an access token of its owner. Who may, and what audience
 * and scope do, is as in Keycloak's standard exchange, which this is but for the subject token.
 *
 * <p>For one thread, as the session is.
 */
public final class PersonalTokenExchange extends StandardTokenExchangeProvider {

  /** The {@code subject_token_type} of personal access tokens. */
  public static final String TOKEN_TYPE = "urn:latchkey:params:oauth:token-type:pat";

  private static final List<String> UNSUPPORTED =
      List.of(
          OAuth2Constants.REQUESTED_SUBJECT,
          OAuth2Constants.REQUESTED_ISSUER,
          OAuth2Constants.SUBJECT_ISSUER,
          OAuth2Constants.ACTOR_TOKEN);

  private @Nullable PresentedToken presented;

  /** For the factory. */
  PersonalTokenExchange() {}

  /** Our type of token, or what is said to be an access token and has the form of ours. */
  @Override
  public boolean supports(TokenExchangeContext asked) {
    String type = asked.getParams().getSubjectTokenType();
    boolean isOurs =
        TOKEN_TYPE.equals(type)
            || (OAuth2Constants.ACCESS_TOKEN_TYPE.equals(type)
                && PresentedTokens.haveFormOf(asked.getParams().getSubjectToken()));
    return isOurs && new PresentedTokens(asked.getSession()).areOn();
  }

  @Override
  protected Response tokenExchange() {
    checkClient();
    checkParameters();
    PresentedToken token = find(params.getSubjectToken());
    presented = token;
    event.detail(Details.AUTH_METHOD, OwnerSessions.AUTH_METHOD);
    return exchangeClientToClient(
        token.owner(), OwnerSessions.transientSession(session, token.owner()), null, true);
  }

  private void checkClient() {
    if (client.isPublicClient()) {
      throw refusal(
          Errors.INVALID_CLIENT,
          OAuthErrorException.INVALID_CLIENT,
          "Public client is not allowed to exchange token");
    }
    if (!OIDCAdvancedConfigWrapper.fromClientModel(client).isStandardTokenExchangeEnabled()) {
      throw invalid("Standard token exchange is not enabled for the requested client");
    }
  }

  private void checkParameters() {
    for (String name : UNSUPPORTED) {
      if (formParams.containsKey(name)) {
        throw invalid("Parameter '" + name + "' is not supported for personal access tokens");
      }
    }
    if (params.getSubjectToken() == null) {
      throw invalid("Parameter 'subject_token' required for standard token exchange");
    }
    getRequestedTokenType();
  }

  private PresentedToken find(String text) {
    Optional<PresentedToken> found;
    try {
      found = new PresentedTokens(session).find(text, event);
    } catch (ProviderUnavailableException e) {
      event.detail(Details.REASON, e.getMessage());
      event.error(OAuthErrorException.TEMPORARILY_UNAVAILABLE);
      throw new CorsErrorResponseException(
          cors,
          OAuthErrorException.TEMPORARILY_UNAVAILABLE,
          "The token cannot be verified now",
          Response.Status.SERVICE_UNAVAILABLE);
    }
    if (found.isEmpty()) {
      event.error(Errors.INVALID_TOKEN);
      throw new CorsErrorResponseException(
          cors, OAuthErrorException.INVALID_REQUEST, "Invalid token", Response.Status.BAD_REQUEST);
    }
    return found.get();
  }

  /** An access token only: there is no session that a refresh token could prolong. */
  @Override
  protected String getRequestedTokenType() {
    String requested = params.getRequestedTokenType();
    if (requested != null && !requested.equals(OAuth2Constants.ACCESS_TOKEN_TYPE)) {
      throw invalid("requested_token_type unsupported");
    }
    return OAuth2Constants.ACCESS_TOKEN_TYPE;
  }

  /**
   * Called between making and signing: what is exchanged lives no longer than the token it is for.
   */
  @Override
  protected void checkRequestedAudiences(TokenManager.AccessTokenResponseBuilder response) {
    super.checkRequestedAudiences(response);
    PresentedToken token = presented;
    AccessToken made = response.getAccessToken();
    if (token != null && made.getExp() > token.expiresAt()) {
      made.exp(token.expiresAt());
    }
  }

  private CorsErrorResponseException invalid(String description) {
    return refusal(Errors.INVALID_REQUEST, OAuthErrorException.INVALID_REQUEST, description);
  }

  private CorsErrorResponseException refusal(String told, String error, String description) {
    event.detail(Details.REASON, description);
    event.error(told);
    return new CorsErrorResponseException(cors, error, description, Response.Status.BAD_REQUEST);
  }
}
