package io.latchkey.keycloak.auth;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.TokenVerifier;
import org.keycloak.common.VerificationException;
import org.keycloak.common.util.Encode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * Access tokens of the realm of a session, and of the administrators' realm, as Keycloak's admin
 * API takes them.
 *
 * <p>For one thread, as the session is.
 */
public final class SessionAccessTokens implements RealmAuthenticator.AccessTokens {

  /** A JWT as RFC 7519 has it, under the scheme of RFC 6750. */
  private static final Pattern BEARER_JWT =
      Pattern.compile("bearer +([\\w-]+\\.[\\w-]+\\.[\\w-]+) *", Pattern.CASE_INSENSITIVE);

  private final KeycloakSession session;
  private final RealmModel realm;

  /**
   * Creates a verifier.
   *
   * @param session the session
   * @param realm the realm of the path
   */
  public SessionAccessTokens(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  @Override
  public Optional<AdminAuth> verify(String authorization) {
    Matcher jwt = BEARER_JWT.matcher(authorization.strip());
    return jwt.matches()
        ? issuer(jwt.group(1)).flatMap(issuer -> verify(issuer, jwt.group(1)))
        : Optional.empty();
  }

  /** The realm that a token says it is of, if that is one whose tokens are taken here. */
  private Optional<RealmModel> issuer(String token) {
    @Nullable String issuer;
    try {
      issuer = TokenVerifier.create(token, AccessToken.class).getToken().getIssuer();
    } catch (VerificationException e) {
      return Optional.empty();
    }
    if (issuer == null) {
      return Optional.empty();
    }
    String name = Encode.decodePath(issuer.substring(issuer.lastIndexOf('/') + 1));
    if (name.equals(realm.getName())) {
      return Optional.of(realm);
    }
    return name.equals(Config.getAdminRealm())
        ? Optional.ofNullable(session.realms().getRealmByName(name))
        : Optional.empty();
  }

  /** Keycloak verifies a token in the realm of the session's context, which is put back. */
  private Optional<AdminAuth> verify(RealmModel issuer, String token) {
    session.getContext().setRealm(issuer);
    try {
      AuthenticationManager.@Nullable AuthResult result =
          new AppAuthManager.BearerTokenAuthenticator(session)
              .setRealm(issuer)
              .setTokenString(token)
              .authenticate();
      return Optional.ofNullable(result)
          .map(found -> new AdminAuth(issuer, found.token(), found.user(), found.client()));
    } finally {
      session.getContext().setRealm(realm);
    }
  }
}
