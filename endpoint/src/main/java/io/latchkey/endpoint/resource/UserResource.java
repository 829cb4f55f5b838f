package io.latchkey.endpoint.resource;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.call.Calls;
import io.latchkey.endpoint.call.UserCalls;
import io.latchkey.endpoint.message.user.RemovePersonalAccessTokenRequest;
import io.latchkey.endpoint.protocol.Trailers;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/**
 * The calls of {@code zitadel.user.v2.UserService} on personal access tokens, below {@code /v2}.
 *
 * <p>Methods take JSON, gRPC and gRPC-web, told by the content type of the request, and read a body
 * of any other type as JSON, as the contract wants it.
 *
 * <p>Thread-safe.
 */
public class UserResource extends UserPaths {

  private final UserCalls calls;
  private final Exchange exchange;

  /**
   * Creates a resource for a host that cannot send trailers, where native gRPC is refused.
   *
   * @param latchkey what issues, shows, removes and verifies tokens
   */
  @Inject
  public UserResource(Latchkey latchkey) {
    this(latchkey, Trailers.NONE);
  }

  /**
   * Creates a resource.
   *
   * @param latchkey what issues, shows, removes and verifies tokens
   * @param trailers how the host sends trailers, for calls in gRPC
   */
  public UserResource(Latchkey latchkey, Trailers trailers) {
    this(latchkey, Hosting.of(latchkey, trailers));
  }

  /**
   * Creates a resource for a host that has more to say on its calls.
   *
   * @param latchkey what issues, shows, removes and verifies tokens
   * @param hosting what the host does for the calls
   */
  public UserResource(Latchkey latchkey, Hosting hosting) {
    this.calls = new UserCalls(latchkey);
    this.exchange = new Exchange(hosting);
  }

  /**
   * AddPersonalAccessToken: creates a token for a machine user, perhaps oneself.
   *
   * @param userId the user
   * @param body the request
   * @param headers the headers of the request
   * @param security whom the host has authenticated
   * @return the token, or an error
   */
  @POST
  @Path(TOKENS)
  @Calls("zitadel.user.v2.UserService/AddPersonalAccessToken")
  public Response addPersonalAccessToken(
      @PathParam("userId") String userId,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return exchange.answer(
        calls.add(), body, request -> request.forUser(userId), headers, security);
  }

  /**
   * RemovePersonalAccessToken: removes a token of a user, perhaps oneself, for good.
   *
   * @param userId the user
   * @param tokenId the id of the token
   * @param headers the headers of the request
   * @param security whom the host has authenticated
   * @return the event, or an error
   */
  @DELETE
  @Path(TOKEN)
  @Calls("zitadel.user.v2.UserService/RemovePersonalAccessToken")
  public Response removePersonalAccessToken(
      @PathParam("userId") String userId,
      @PathParam("tokenId") String tokenId,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return exchange.answer(
        calls.remove(),
        () -> new RemovePersonalAccessTokenRequest(userId, tokenId),
        headers,
        security);
  }

  /**
   * ListPersonalAccessTokens: searches the tokens that the caller may see.
   *
   * @param body the request
   * @param headers the headers of the request
   * @param security whom the host has authenticated
   * @return the tokens, or an error
   */
  @POST
  @Path(SEARCH)
  @Calls("zitadel.user.v2.UserService/ListPersonalAccessTokens")
  public Response listPersonalAccessTokens(
      InputStream body, @Context HttpHeaders headers, @Context SecurityContext security) {
    return exchange.answer(calls.list(), body, UnaryOperator.identity(), headers, security);
  }
}
