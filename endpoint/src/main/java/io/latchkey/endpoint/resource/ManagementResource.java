package io.latchkey.endpoint.resource;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.call.Calls;
import io.latchkey.endpoint.call.ManagementCalls;
import io.latchkey.endpoint.message.management.GetPersonalAccessTokenByIDsRequest;
import io.latchkey.endpoint.message.management.RemovePersonalAccessTokenRequest;
import io.latchkey.endpoint.protocol.Trailers;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;

/**
 * The calls of {@code zitadel.management.v1.ManagementService} on personal access tokens, below
 * {@code /management}.
 *
 * <p>Methods take JSON, gRPC and gRPC-web, told by the content type of the request, and read a body
 * of any other type as JSON, as the contract wants it.
 *
 * <p>Thread-safe.
 */
public class ManagementResource extends ManagementPaths {

  private final ManagementCalls calls;
  private final Exchange exchange;

  /**
   * Creates a resource for a host that cannot send trailers, where native gRPC is refused.
   *
   * @param latchkey what issues, shows, removes and verifies tokens
   */
  @Inject
  public ManagementResource(Latchkey latchkey) {
    this(latchkey, Trailers.NONE);
  }

  /**
   * Creates a resource.
   *
   * @param latchkey what issues, shows, removes and verifies tokens
   * @param trailers how the host sends trailers, for calls in gRPC
   */
  public ManagementResource(Latchkey latchkey, Trailers trailers) {
    this(latchkey, Hosting.of(latchkey, trailers));
  }

  /**
   * Creates a resource for a host that has more to say on its calls.
   *
   * @param latchkey what issues, shows, removes and verifies tokens
   * @param hosting what the host does for the calls
   */
  public ManagementResource(Latchkey latchkey, Hosting hosting) {
    this.calls = new ManagementCalls(latchkey);
    this.exchange = new Exchange(hosting);
  }

  /**
   * AddPersonalAccessToken: creates a token for a machine user.
   *
   * @param userId the user
   * @param body the request
   * @param headers the headers of the request
   * @param security whom the host has authenticated
   * @return the token, or an error
   */
  @POST
  @Path(TOKENS)
  @Calls("zitadel.management.v1.ManagementService/AddPersonalAccessToken")
  public Response addPersonalAccessToken(
      @PathParam("userId") String userId,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return exchange.answer(
        calls.add(), body, request -> request.forUser(userId), headers, security);
  }

  /**
   * ListPersonalAccessTokens: lists the tokens of a user.
   *
   * @param userId the user
   * @param body the request
   * @param headers the headers of the request
   * @param security whom the host has authenticated
   * @return the tokens, or an error
   */
  @POST
  @Path(SEARCH)
  @Calls("zitadel.management.v1.ManagementService/ListPersonalAccessTokens")
  public Response listPersonalAccessTokens(
      @PathParam("userId") String userId,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return exchange.answer(
        calls.list(), body, request -> request.forUser(userId), headers, security);
  }

  /**
   * GetPersonalAccessTokenByIDs: shows a token of a user.
   *
   * @param userId the user
   * @param tokenId the id of the token
   * @param headers the headers of the request
   * @param security whom the host has authenticated
   * @return the token, never in clear, or an error
   */
  @GET
  @Path(TOKEN)
  @Calls("zitadel.management.v1.ManagementService/GetPersonalAccessTokenByIDs")
  public Response getPersonalAccessTokenByIDs(
      @PathParam("userId") String userId,
      @PathParam("tokenId") String tokenId,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return exchange.answer(
        calls.get(),
        () -> new GetPersonalAccessTokenByIDsRequest(userId, tokenId),
        headers,
        security);
  }

  /**
   * RemovePersonalAccessToken: removes a token of a user for good.
   *
   * @param userId the user
   * @param tokenId the id of the token
   * @param headers the headers of the request
   * @param security whom the host has authenticated
   * @return the event, or an error
   */
  @DELETE
  @Path(TOKEN)
  @Calls("zitadel.management.v1.ManagementService/RemovePersonalAccessToken")
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
}
