package io.latchkey.endpoint.call;

import io.latchkey.core.Latchkey;
import io.latchkey.core.service.CreateCommand;
import io.latchkey.core.service.Refusal;
import io.latchkey.endpoint.error.Errors;
import io.latchkey.endpoint.message.ObjectDetails;
import io.latchkey.endpoint.message.management.AddPersonalAccessTokenRequest;
import io.latchkey.endpoint.message.management.AddPersonalAccessTokenResponse;
import io.latchkey.endpoint.message.management.GetPersonalAccessTokenByIDsRequest;
import io.latchkey.endpoint.message.management.GetPersonalAccessTokenByIDsResponse;
import io.latchkey.endpoint.message.management.ListPersonalAccessTokensRequest;
import io.latchkey.endpoint.message.management.ListPersonalAccessTokensResponse;
import io.latchkey.endpoint.message.management.PersonalAccessToken;
import io.latchkey.endpoint.message.management.RemovePersonalAccessTokenRequest;
import io.latchkey.endpoint.message.management.RemovePersonalAccessTokenResponse;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenPage;
import java.util.List;

/**
 * The calls of {@code zitadel.management.v1.ManagementService} on personal access tokens: in one
 * organization, where the caller needs a permission.
 *
 * <p>Thread-safe.
 */
public final class ManagementCalls {

  private static final String SERVICE = "zitadel.management.v1.ManagementService";

  private final Latchkey latchkey;

  /**
   * Creates the calls.
   *
   * @param latchkey what issues, shows and removes tokens
   */
  public ManagementCalls(Latchkey latchkey) {
    this.latchkey = latchkey;
  }

  /**
   * Creates a token; needs {@code user.write}.
   *
   * @return the call
   */
  public Rpc<AddPersonalAccessTokenRequest, AddPersonalAccessTokenResponse> add() {
    return new Rpc<>(
        SERVICE,
        "AddPersonalAccessToken",
        "Creates a token for a machine user; needs user.write in the organization acted in.",
        AddPersonalAccessTokenRequest.TYPE,
        AddPersonalAccessTokenResponse.TYPE,
        (requester, request) ->
            AddPersonalAccessTokenResponse.of(
                Outcomes.done(
                    latchkey
                        .issuer()
                        .create(
                            new CreateCommand(
                                requester.management(),
                                request.userId(),
                                request.expirationDate(),
                                request.name())))));
  }

  /**
   * Shows a token; needs {@code user.read}.
   *
   * @return the call
   */
  public Rpc<GetPersonalAccessTokenByIDsRequest, GetPersonalAccessTokenByIDsResponse> get() {
    return new Rpc<>(
        SERVICE,
        "GetPersonalAccessTokenByIDs",
        "Shows a token of a user, never in clear; needs user.read in the organization acted in.",
        GetPersonalAccessTokenByIDsRequest.TYPE,
        GetPersonalAccessTokenByIDsResponse.TYPE,
        (requester, request) ->
            new GetPersonalAccessTokenByIDsResponse(
                PersonalAccessToken.of(
                    Outcomes.done(
                        latchkey
                            .reader()
                            .get(requester.management(), request.userId(), request.tokenId()),
                        refusal ->
                            refusal == Refusal.TOKEN_UNKNOWN
                                ? Errors.TOKEN_NOT_SHOWN
                                : Errors.of(refusal)))));
  }

  /**
   * Lists the tokens of a user; needs {@code user.read}.
   *
   * @return the call
   */
  public Rpc<ListPersonalAccessTokensRequest, ListPersonalAccessTokensResponse> list() {
    return new Rpc<>(
        SERVICE,
        "ListPersonalAccessTokens",
        "Lists the tokens of a user, newest first; needs user.read in the organization acted in.",
        ListPersonalAccessTokensRequest.TYPE,
        ListPersonalAccessTokensResponse.TYPE,
        (requester, request) -> {
          TokenPage page =
              Outcomes.done(
                  latchkey
                      .reader()
                      .list(
                          requester.management(),
                          request.userId(),
                          ListPart.of(request.query(), TokenOrder.Field.CREATION_DATE, List.of())));
          return new ListPersonalAccessTokensResponse(
              page.total(),
              latchkey.clock().instant(),
              request.query().tell(page.next()),
              page.tokens().stream().map(PersonalAccessToken::of).toList());
        });
  }

  /**
   * Removes a token; needs {@code user.write}.
   *
   * @return the call
   */
  public Rpc<RemovePersonalAccessTokenRequest, RemovePersonalAccessTokenResponse> remove() {
    return new Rpc<>(
        SERVICE,
        "RemovePersonalAccessToken",
        "Removes a token of a user for good; needs user.write in the organization acted in.",
        RemovePersonalAccessTokenRequest.TYPE,
        RemovePersonalAccessTokenResponse.TYPE,
        (requester, request) ->
            new RemovePersonalAccessTokenResponse(
                ObjectDetails.of(
                    Outcomes.done(
                        latchkey
                            .remover()
                            .remove(
                                requester.management(), request.userId(), request.tokenId())))));
  }

  /**
   * All of them.
   *
   * @return the calls
   */
  public List<Rpc<?, ?>> all() {
    return List.of(add(), get(), list(), remove());
  }
}
