package io.latchkey.keycloak.bearer;

import io.latchkey.keycloak.RealmLatchkey;
import io.latchkey.keycloak.use.PresentedTokens;
import io.latchkey.spi.ProviderUnavailableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.ClientConnection;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * Puts an access token of the owner in the place of a personal access token, before Keycloak's
 * admin and account API see the request. All that they check of any access token they check of that
 * one. What is no good personal access token is left to them, to be refused.
 *
 * <p>It comes before matching, since Keycloak's resources authenticate while they are matched. That
 * is on a thread that must not wait for a database, so the request waits for another one.
 *
 * <p>Thread-safe.
 */
@Provider
@PreMatching
public class BearerFilter implements ContainerRequestFilter {

  /** RFC 6750 §2.1; the name of the scheme in any case (RFC 9110 §11.1). */
  private static final Pattern BEARER = Pattern.compile("bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

  /** The name of a pool of Keycloak's, which has four threads if nothing else is set. */
  private static final String EXECUTOR = "latchkey";

  /** A proxy of the session of whichever request is served. */
  @Context @Nullable KeycloakSession session;

  /** Called by Keycloak. */
  public BearerFilter() {}

  @Override
  public void filter(ContainerRequestContext context) {
    Optional<String> token =
        personalAccessToken(context.getHeaders().get(HttpHeaders.AUTHORIZATION));
    Optional<KeycloakApi> api = KeycloakApi.of(context.getUriInfo().getPath());
    if (token.isEmpty() || api.isEmpty() || session == null) {
      return;
    }
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    Optional<String> client = RealmLatchkey.keycloakApisClient(session);
    if (client.isEmpty()) {
      return;
    }
    Executor executor = session.getProvider(ExecutorsProvider.class).getExecutor(EXECUTOR);
    HttpRequest request = session.getContext().getHttpRequest();
    ClientConnection connection = session.getContext().getConnection();
    ResteasyReactiveContainerRequestContext waiting =
        (ResteasyReactiveContainerRequestContext) context;
    waiting.suspend();
    executor.execute(
        () -> {
          try {
            accessToken(factory, request, connection, token.get(), api.get(), client.get())
                .ifPresent(made -> replace(waiting, made));
            waiting.resume();
          } catch (ProviderUnavailableException e) {
            waiting.abortWith(unavailable());
          } catch (RuntimeException e) {
            waiting.resume(e);
          }
        });
  }

  private static Optional<String> personalAccessToken(@Nullable List<String> authorization) {
    if (authorization == null || authorization.size() != 1) {
      return Optional.empty();
    }
    Matcher bearer = BEARER.matcher(authorization.get(0).strip());
    return bearer.matches() && PresentedTokens.haveFormOf(bearer.group(1))
        ? Optional.of(bearer.group(1))
        : Optional.empty();
  }

  private static Optional<String> accessToken(
      KeycloakSessionFactory factory,
      HttpRequest request,
      ClientConnection connection,
      String token,
      KeycloakApi api,
      String client) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory,
        session -> {
          session.getContext().setHttpRequest(request);
          session.getContext().setConnection(connection);
          return new OwnerAccessTokens(session, client).exchange(token, api.realms(session));
        });
  }

  private static void replace(ContainerRequestContext context, String accessToken) {
    context.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken);
  }

  private static Response unavailable() {
    return Response.status(Response.Status.SERVICE_UNAVAILABLE)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(
            new OAuth2ErrorRepresentation(
                OAuthErrorException.TEMPORARILY_UNAVAILABLE, "The token cannot be verified now"))
        .build();
  }
}
