package io.latchkey.endpoint.auth;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.error.Failure;
import io.latchkey.endpoint.protocol.RestJson;
import io.latchkey.spi.permission.Caller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * Makes the owner of a personal access token the principal of a request to a resource of the host's
 * own. Bound by name: it touches nothing but what is annotated with {@link BearerTokenRequired}.
 *
 * <p>Thread-safe.
 */
@BearerTokenRequired
@Priority(Priorities.AUTHENTICATION)
public final class BearerTokenFilter implements ContainerRequestFilter {

  private final Provider<Latchkey> latchkey;
  private final RestJson json = new RestJson();

  /**
   * Creates a filter.
   *
   * @param latchkey what verifies tokens; asked for at the first request, since Jersey makes
   *     filters before the host may be ready
   */
  @Inject
  public BearerTokenFilter(Provider<Latchkey> latchkey) {
    this.latchkey = latchkey;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    SecurityContext before = context.getSecurityContext();
    try {
      Caller caller =
          new RequestAuthenticator(latchkey.get().verifier())
              .authenticate(before, context.getHeaders().get(HttpHeaders.AUTHORIZATION));
      context.setSecurityContext(
          new CallerSecurity(new CallerPrincipal(caller), before != null && before.isSecure()));
    } catch (RuntimeException e) {
      Failure failure = Failure.of(e);
      context.abortWith(json.failure(failure.status(), failure.challenge()));
    }
  }

  /** The security context of a caller: it has no roles of the host's. */
  private record CallerSecurity(CallerPrincipal principal, boolean secure)
      implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
      return principal;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return secure;
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}
