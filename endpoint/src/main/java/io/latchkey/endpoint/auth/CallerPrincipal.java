package io.latchkey.endpoint.auth;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.permission.Caller;
import java.security.Principal;

/**
 * A caller as the principal of a {@link jakarta.ws.rs.core.SecurityContext}. A host that
 * authenticates callers by means of its own hands them over by setting a security context with this
 * principal, in a request filter; the endpoint then asks for no token. {@link BearerTokenFilter}
 * sets one too.
 *
 * @param caller the caller
 */
public record CallerPrincipal(Caller caller) implements Principal {

  /** Refuses a null component. */
  public CallerPrincipal {
    requireNonNull(caller, "caller");
  }

  @Override
  public String getName() {
    return caller.userId();
  }
}
