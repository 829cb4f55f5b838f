package io.latchkey.endpoint.message.user;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.util.List;

/**
 * {@code zitadel.user.v2.ListPersonalAccessTokensResponse}.
 *
 * @param totalResult how many tokens match in all, 0 or more
 * @param appliedLimit how many are shown at the most, 1 or more
 * @param nextPageToken where the next page starts, an optional field of ours; empty to leave it out
 * @param result the tokens; copied
 */
public record ListPersonalAccessTokensResponse(
    long totalResult, long appliedLimit, String nextPageToken, List<PersonalAccessToken> result) {

  /** {@code zitadel.filter.v2.PaginationResponse}. */
  private record Pagination(long totalResult, long appliedLimit, String nextPageToken) {

    private static final Field TOTAL_RESULT = Field.of(1, "total_result", Scalar.UINT64);
    private static final Field APPLIED_LIMIT = Field.of(2, "applied_limit", Scalar.UINT64);

    private static final Field NEXT_PAGE_TOKEN = Field.of(1000, "next_page_token", Scalar.STRING);

    static final MessageType<Pagination> TYPE =
        new MessageType<>(
            "zitadel.filter.v2.PaginationResponse",
            List.of(TOTAL_RESULT, APPLIED_LIMIT, NEXT_PAGE_TOKEN),
            values ->
                new Pagination(
                    values.number(TOTAL_RESULT),
                    values.number(APPLIED_LIMIT),
                    values.text(NEXT_PAGE_TOKEN)),
            (pagination, values) ->
                values
                    .set(TOTAL_RESULT, pagination.totalResult())
                    .set(APPLIED_LIMIT, pagination.appliedLimit())
                    .set(NEXT_PAGE_TOKEN, pagination.nextPageToken()));
  }

  private static final Field PAGINATION = Field.of(1, "pagination", Pagination.TYPE);
  private static final Field RESULT = Field.listOf(2, "result", PersonalAccessToken.TYPE);

  /** The message. */
  public static final MessageType<ListPersonalAccessTokensResponse> TYPE =
      new MessageType<>(
          "zitadel.user.v2.ListPersonalAccessTokensResponse",
          List.of(PAGINATION, RESULT),
          values -> {
            Pagination pagination = values.message(PAGINATION, Pagination.TYPE).orElseThrow();
            return new ListPersonalAccessTokensResponse(
                pagination.totalResult(),
                pagination.appliedLimit(),
                pagination.nextPageToken(),
                values.messages(RESULT, PersonalAccessToken.TYPE));
          },
          (response, values) -> {
            values.set(
                PAGINATION,
                Pagination.TYPE.write(
                    new Pagination(
                        response.totalResult(),
                        response.appliedLimit(),
                        response.nextPageToken())));
            response
                .result()
                .forEach(token -> values.add(RESULT, PersonalAccessToken.TYPE.write(token)));
          });

  /** Takes a copy. */
  public ListPersonalAccessTokensResponse {
    requireNonNull(nextPageToken, "nextPageToken");
    result = List.copyOf(result);
  }
}
