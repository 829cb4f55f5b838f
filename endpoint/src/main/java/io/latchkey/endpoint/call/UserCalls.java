package io.latchkey.endpoint.call;

import io.latchkey.core.Latchkey;
import io.latchkey.core.service.CreateCommand;
import io.latchkey.endpoint.error.Errors;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.user.AddPersonalAccessTokenRequest;
import io.latchkey.endpoint.message.user.AddPersonalAccessTokenResponse;
import io.latchkey.endpoint.message.user.ListPersonalAccessTokensRequest;
import io.latchkey.endpoint.message.user.ListPersonalAccessTokensResponse;
import io.latchkey.endpoint.message.user.PersonalAccessToken;
import io.latchkey.endpoint.message.user.RemovePersonalAccessTokenRequest;
import io.latchkey.endpoint.message.user.RemovePersonalAccessTokenResponse;
import io.latchkey.endpoint.message.user.SearchFilter;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.util.List;
import java.util.Optional;

/**
 * The calls of {@code zitadel.user.v2.UserService} on personal access tokens: on oneself, or where
 * the caller has a permission.
 *
 * <p>Thread-safe.
 */
public final class UserCalls {

  private static final String SERVICE = "zitadel.user.v2.UserService";

  /** Each may cost a look-up of a user, and a store must make one query of all. */
  private static final int MAX_FILTERS = 20;

  private final Latchkey latchkey;

  /**
   * Creates the calls.
   *
   * @param latchkey what issues, shows and removes tokens
   */
  public UserCalls(Latchkey latchkey) {
    this.latchkey = latchkey;
  }

  /**
   * Creates a token; for oneself, or with {@code user.write}.
   *
   * @return the call
   */
  public Rpc<AddPersonalAccessTokenRequest, AddPersonalAccessTokenResponse> add() {
    return new Rpc<>(
        SERVICE,
        "AddPersonalAccessToken",
        "Creates a token for oneself, or with user.write for another machine user.",
        AddPersonalAccessTokenRequest.TYPE,
        AddPersonalAccessTokenResponse.TYPE,
        (requester, request) -> {
          FieldLength.require(request.userId(), "AddPersonalAccessTokenRequest.UserId");
          return AddPersonalAccessTokenResponse.of(
              Outcomes.done(
                  latchkey
                      .issuer()
                      .create(
                          new CreateCommand(
                              requester.selfService(),
                              request.userId(),
                              request.expirationDate(),
                              Optional.empty()))));
        });
  }

  /**
   * Removes a token; one's own, or with {@code user.write}.
   *
   * @return the call
   */
  public Rpc<RemovePersonalAccessTokenRequest, RemovePersonalAccessTokenResponse> remove() {
    return new Rpc<>(
        SERVICE,
        "RemovePersonalAccessToken",
        "Removes a token of one's own, or with user.write another user's, for good.",
        RemovePersonalAccessTokenRequest.TYPE,
        RemovePersonalAccessTokenResponse.TYPE,
        (requester, request) -> {
          FieldLength.require(request.userId(), "RemovePersonalAccessTokenRequest.UserId");
          FieldLength.require(request.tokenId(), "RemovePersonalAccessTokenRequest.TokenId");
          return new RemovePersonalAccessTokenResponse(
              Outcomes.done(
                      latchkey
                          .remover()
                          .remove(requester.selfService(), request.userId(), request.tokenId()))
                  .event()
                  .date());
        });
  }

  /**
   * Searches tokens; shows one's own, and those that one may read with {@code user.read}.
   *
   * @return the call
   */
  public Rpc<ListPersonalAccessTokensRequest, ListPersonalAccessTokensResponse> list() {
    return new Rpc<>(
        SERVICE,
        "ListPersonalAccessTokens",
        "Searches one's own tokens, and with user.read those of others.",
        ListPersonalAccessTokensRequest.TYPE,
        ListPersonalAccessTokensResponse.TYPE,
        (requester, request) -> {
          if (request.filters().size() > MAX_FILTERS) {
            throw new CallException(Errors.FILTERS_TOO_MANY);
          }
          TokenQuery query =
              ListPart.of(
                  request.pagination(),
                  request.sortedBy(),
                  request.filters().stream().map(UserCalls::condition).toList());
          TokenPage page = Outcomes.done(latchkey.reader().search(requester.selfService(), query));
          return new ListPersonalAccessTokensResponse(
              page.total(),
              query.limit(),
              request.pagination().tell(page.next()),
              page.tokens().stream().map(PersonalAccessToken::of).toList());
        });
  }

  private static TokenCondition condition(SearchFilter filter) {
    return filter.condition().orElseThrow(() -> new CallException(Errors.FILTER_EMPTY));
  }

  /**
   * All of them.
   *
   * @return the calls
   */
  public List<Rpc<?, ?>> all() {
    return List.of(add(), remove(), list());
  }
}
