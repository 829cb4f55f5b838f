package io.latchkey.endpoint.auth;

import io.latchkey.spi.permission.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells who makes a request. {@link RequestAuthenticator} is what hosts without credentials of
 * their own use.
 */
@FunctionalInterface
public interface Authenticator {

  /**
   * Authenticates a request.
   *
   * @param security the security context of the request; null if there is none
   * @param authorization the values of the {@code Authorization} headers; null if there is none
   * @return the caller
   * @throws io.latchkey.endpoint.message.CallException with a challenge if there is no caller
   * @throws io.latchkey.spi.ProviderUnavailableException if a provider could not tell
   */
  Caller authenticate(@Nullable SecurityContext security, @Nullable List<String> authorization);
}
