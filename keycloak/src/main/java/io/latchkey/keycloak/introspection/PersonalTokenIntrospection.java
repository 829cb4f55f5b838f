package io.latchkey.keycloak.introspection;

import io.latchkey.keycloak.use.PresentedToken;
import io.latchkey.keycloak.use.PresentedTokens;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.token.StoredToken;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.Urls;
import org.keycloak.util.TokenUtil;

/**
 * Introspects what has the form of a personal access token, for every confidential client: such a
 * token is meant for no audience in particular. All else is Keycloak's own to introspect, whose
 * class this must be, since Keycloak's account API relies on it.
 *
 * <p>For one thread, as the session is.
 */
final class PersonalTokenIntrospection extends AccessTokenIntrospectionProvider<AccessToken> {

  private final PresentedTokens tokens;

  PersonalTokenIntrospection(KeycloakSession session) {
    super(session);
    this.tokens = new PresentedTokens(session);
  }

  /** The endpoint has authenticated the client by now, and refused public ones. */
  @Override
  public Response introspect(String text, EventBuilder event) {
    if (!PresentedTokens.haveFormOf(text) || !tokens.areOn()) {
      return super.introspect(text, event);
    }
    Optional<PresentedToken> found;
    try {
      found = tokens.find(text, event);
    } catch (ProviderUnavailableException e) {
      event.detail(Details.REASON, e.getMessage());
      event.error(Errors.TOKEN_INTROSPECTION_FAILED);
      throw new ErrorResponseException(
          OAuthErrorException.TEMPORARILY_UNAVAILABLE,
          "The token cannot be verified now",
          Response.Status.SERVICE_UNAVAILABLE);
    }
    if (found.isEmpty()) {
      event.error(Errors.INVALID_TOKEN);
      return answer(Map.of("active", false));
    }
    event.success();
    return answer(claims(found.get()));
  }

  private static Response answer(Map<String, Object> claims) {
    return Response.ok(claims, MediaType.APPLICATION_JSON_TYPE).build();
  }

  private Map<String, Object> claims(PresentedToken presented) {
    StoredToken token = presented.token();
    UserModel owner = presented.owner();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("active", true);
    claims.put("scope", String.join(" ", token.scopes()));
    serviceOf(owner).ifPresent(service -> claims.put("client_id", service.getClientId()));
    claims.put("username", owner.getUsername());
    claims.put("token_type", TokenUtil.TOKEN_TYPE_BEARER);
    claims.put("exp", presented.expiresAt());
    claims.put("iat", token.creationDate().getEpochSecond());
    claims.put("sub", owner.getId());
    claims.put(
        "iss", Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
    claims.put("jti", String.valueOf(token.tokenId()));
    return claims;
  }

  /** The client whose service account the owner is. Other owners are of no client. */
  private Optional<ClientModel> serviceOf(UserModel owner) {
    @Nullable String id = owner.getServiceAccountClientLink();
    return id == null
        ? Optional.empty()
        : Optional.ofNullable(session.clients().getClientById(realm, id));
  }
}
