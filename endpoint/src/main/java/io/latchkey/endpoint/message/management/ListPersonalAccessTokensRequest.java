package io.latchkey.endpoint.message.management;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.message.ListQuery;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.util.List;

/**
 * {@code zitadel.management.v1.ListPersonalAccessTokensRequest}.
 *
 * @param userId the user whose tokens are listed; empty if it was not given
 * @param query which part of the list
 */
public record ListPersonalAccessTokensRequest(String userId, ListQuery query) {

  private static final Field USER_ID = Field.of(1, "user_id", Scalar.STRING);
  private static final Field QUERY = Field.of(2, "query", ListQuery.TYPE);

  /** The message. */
  public static final MessageType<ListPersonalAccessTokensRequest> TYPE =
      new MessageType<>(
          "zitadel.management.v1.ListPersonalAccessTokensRequest",
          List.of(USER_ID, QUERY),
          values ->
              new ListPersonalAccessTokensRequest(
                  values.text(USER_ID),
                  values.message(QUERY, ListQuery.TYPE).orElse(ListQuery.NONE)),
          (request, values) ->
              values
                  .set(USER_ID, request.userId())
                  .set(QUERY, ListQuery.TYPE.write(request.query())));

  /** Refuses a null component. */
  public ListPersonalAccessTokensRequest {
    requireNonNull(userId, "userId");
    requireNonNull(query, "query");
  }

  /**
   * The same request for the user that the path names.
   *
   * @param pathUserId the user's id in the path, which beats one in the body
   * @return a new request
   */
  public ListPersonalAccessTokensRequest forUser(String pathUserId) {
    return new ListPersonalAccessTokensRequest(pathUserId, query);
  }
}
