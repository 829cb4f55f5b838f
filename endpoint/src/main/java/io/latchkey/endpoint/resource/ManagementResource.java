package io.latchkey.endpoint.resource;

import io.latchkey.core.Latchkey;
import io.latchkey.core.service.CreateCommand;
import io.latchkey.core.service.IssueResult.Issued;
import io.latchkey.core.service.IssueResult.Refused;
import io.latchkey.core.service.TokenIssuer;
import io.latchkey.endpoint.auth.RequestAuthenticator;
import io.latchkey.endpoint.error.Answers;
import io.latchkey.endpoint.error.Errors;
import io.latchkey.endpoint.json.JsonCodec;
import io.latchkey.endpoint.message.AddPersonalAccessTokenRequest;
import io.latchkey.endpoint.message.AddPersonalAccessTokenResponse;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.message.ObjectDetails;
import io.latchkey.spi.permission.Caller;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.Optional;

/**
 * The calls of {@code zitadel.management.v1.ManagementService} on personal access tokens, below
 * {@code /management}.
 *
 * <p>Methods take any media type and read a body that they do not know as JSON, as the contract
 * wants it.
 *
 * <p>Thread-safe.
 */
public class ManagementResource {

  private static final String TOKENS_OF_USER = "v1/users/{userId}/pats";

  private final TokenIssuer issuer;
  private final RequestAuthenticator authenticator;
  private final Codec codec = new JsonCodec();
  private final Answers answers = new Answers(codec);

  /**
   * Creates a resource.
   *
   * @param latchkey what issues and verifies tokens
   */
  @Inject
  public ManagementResource(Latchkey latchkey) {
    this.issuer = latchkey.issuer();
    this.authenticator = new RequestAuthenticator(latchkey.verifier());
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
  @Path(TOKENS_OF_USER)
  public Response addPersonalAccessToken(
      @PathParam("userId") String userId,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return answers.of(
        () -> {
          AddPersonalAccessTokenRequest request =
              codec.readAddPersonalAccessTokenRequest(RequestBody.read(body)).forUser(userId);
          Optional<String> organizationId = OrganizationHeader.read(headers);
          Caller caller =
              authenticator.authenticate(
                  security, headers.getRequestHeader(HttpHeaders.AUTHORIZATION));
          return codec.write(add(caller, organizationId, request));
        });
  }

  private AddPersonalAccessTokenResponse add(
      Caller caller, Optional<String> organizationId, AddPersonalAccessTokenRequest request) {
    var result =
        issuer.create(
            new CreateCommand(
                caller,
                organizationId,
                request.userId(),
                request.expirationDate(),
                request.name()));
    if (result instanceof Issued issued) {
      return new AddPersonalAccessTokenResponse(
          issued.token().tokenId(), issued.clear(), ObjectDetails.of(issued.token()));
    }
    throw new CallException(Errors.of(((Refused) result).reason()));
  }

  /**
   * Any other method on the path of {@link #addPersonalAccessToken}.
   *
   * @return 405
   */
  @GET
  @Path(TOKENS_OF_USER)
  public Response noGet() {
    return answers.methodNotAllowed("POST");
  }

  /**
   * Any other method on the path of {@link #addPersonalAccessToken}.
   *
   * @return 405
   */
  @HEAD
  @Path(TOKENS_OF_USER)
  public Response noHead() {
    return answers.methodNotAllowed("POST");
  }

  /**
   * Any other method on the path of {@link #addPersonalAccessToken}.
   *
   * @return 405
   */
  @PUT
  @Path(TOKENS_OF_USER)
  public Response noPut() {
    return answers.methodNotAllowed("POST");
  }

  /**
   * Any other method on the path of {@link #addPersonalAccessToken}.
   *
   * @return 405
   */
  @PATCH
  @Path(TOKENS_OF_USER)
  public Response noPatch() {
    return answers.methodNotAllowed("POST");
  }

  /**
   * Any other method on the path of {@link #addPersonalAccessToken}.
   *
   * @return 405
   */
  @OPTIONS
  @Path(TOKENS_OF_USER)
  public Response noOptions() {
    return answers.methodNotAllowed("POST");
  }

  /**
   * Any other method on the path of {@link #addPersonalAccessToken}.
   *
   * @return 405
   */
  @DELETE
  @Path(TOKENS_OF_USER)
  public Response noDelete() {
    return answers.methodNotAllowed("POST");
  }
}
