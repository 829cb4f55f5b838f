package io.latchkey.endpoint.auth;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.service.TokenVerifier;
import io.latchkey.core.service.Verification.Valid;
import io.latchkey.endpoint.error.Errors;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.spi.permission.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells who makes a request.
 *
 * <p>Thread-safe.
 */
public final class RequestAuthenticator implements Authenticator {

  /** RFC 6750 §2.1; the name of the scheme in any case (RFC 9110 §11.1). */
  private static final Pattern BEARER =
      Pattern.compile("bearer +(\\S.*)", Pattern.CASE_INSENSITIVE);

  private static final String CHALLENGE = "Bearer realm=\"latchkey\"";

  /** RFC 6750 §3.1. */
  private static final String CHALLENGE_INVALID = CHALLENGE + ", error=\"invalid_token\"";

  private final TokenVerifier verifier;

  /**
   * Creates an authenticator.
   *
   * @param verifier tells whose token a given one is
   */
  public RequestAuthenticator(TokenVerifier verifier) {
    this.verifier = requireNonNull(verifier, "verifier");
  }

  /**
   * Authenticates a request: whom the host has handed over as a {@link CallerPrincipal}, else the
   * owner of the bearer token.
   *
   * @param security the security context of the request; null if there is none
   * @param authorization the values of the {@code Authorization} headers; null if there is none
   * @return the caller
   * @throws CallException with a challenge if there is no caller
   * @throws io.latchkey.spi.ProviderUnavailableException if a provider could not tell
   */
  @Override
  public Caller authenticate(
      @Nullable SecurityContext security, @Nullable List<String> authorization) {
    if (security != null && security.getUserPrincipal() instanceof CallerPrincipal principal) {
      return principal.caller();
    }
    if (verifier.verify(credential(authorization)) instanceof Valid valid) {
      return valid.caller();
    }
    throw CallException.unauthenticated(Errors.TOKEN_INVALID, CHALLENGE_INVALID);
  }

  private static String credential(@Nullable List<String> values) {
    if (values == null || values.stream().allMatch(String::isBlank)) {
      throw CallException.unauthenticated(Errors.AUTH_HEADER_MISSING, CHALLENGE);
    }
    Matcher bearer = BEARER.matcher(values.get(0).strip());
    if (values.size() > 1 || !bearer.matches()) {
      throw CallException.unauthenticated(Errors.AUTH_HEADER_INVALID, CHALLENGE);
    }
    return bearer.group(1);
  }
}
