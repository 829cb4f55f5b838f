package io.latchkey.keycloak.auth;

import io.latchkey.endpoint.auth.Authenticator;
import io.latchkey.endpoint.auth.RequestAuthenticator;
import io.latchkey.keycloak.permission.Actor;
import io.latchkey.spi.permission.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * Who calls: the bearer of an access token of the realm or of the administrators' realm, or the
 * owner of a personal access token. Whoever comes by an access token acts in the realm of the path,
 * unless the header names another organization.
 *
 * <p>For one thread, as the session is.
 */
public final class RealmAuthenticator implements Authenticator {

  private final AccessTokens accessTokens;
  private final Function<AdminAuth, String> organization;
  private final Actor actor;
  private final RequestAuthenticator personal;

  /**
   * Creates an authenticator.
   *
   * @param accessTokens verifies access tokens
   * @param organization the organization of who has one
   * @param actor told who acts
   * @param personal authenticates by personal access tokens, and says what is wrong with any other
   *     credential
   */
  public RealmAuthenticator(
      AccessTokens accessTokens,
      Function<AdminAuth, String> organization,
      Actor actor,
      RequestAuthenticator personal) {
    this.accessTokens = accessTokens;
    this.organization = organization;
    this.actor = actor;
    this.personal = personal;
  }

  @Override
  public Caller authenticate(
      @Nullable SecurityContext security, @Nullable List<String> authorization) {
    Optional<AdminAuth> admin =
        authorization != null && authorization.size() == 1
            ? accessTokens.verify(authorization.get(0))
            : Optional.empty();
    if (admin.isEmpty()) {
      Caller owner = personal.authenticate(null, authorization);
      actor.is(owner);
      return owner;
    }
    actor.is(admin.get());
    return new Caller(admin.get().getUser().getId(), organization.apply(admin.get()));
  }

  /** Verifies access tokens. */
  @FunctionalInterface
  public interface AccessTokens {

    /**
     * Verifies one.
     *
     * @param authorization the value of the {@code Authorization} header
     * @return whose it is; absent if it holds no valid access token
     */
    Optional<AdminAuth> verify(String authorization);
  }

  /**
   * The organization of callers by access token.
   *
   * @param realm the realm of the path
   * @param own the organization of a user of that realm
   * @return the function: the own one, or the realm for users of another one
   */
  public static Function<AdminAuth, String> organizations(
      RealmModel realm, Function<UserModel, String> own) {
    return admin ->
        admin.getRealm().getId().equals(realm.getId()) ? own.apply(admin.getUser()) : realm.getId();
  }
}
