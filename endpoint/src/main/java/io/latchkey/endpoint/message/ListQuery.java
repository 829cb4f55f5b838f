package io.latchkey.endpoint.message;

import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.util.List;
import java.util.Optional;

/**
 * {@code zitadel.v1.ListQuery}: which part of a list.
 *
 * @param offset how many to pass over, as an unsigned number
 * @param limit how many to show at the most, 0 to 2³²−1; 0 for as many as the server thinks fit
 * @param asc true for the oldest first
 * @param pageToken where to go on, an optional field of ours: the {@code nextPageToken} of an
 *     earlier page of the same list; empty for the start. Followed by it, pages neither repeat nor
 *     miss a token while others create and remove some
 * @param pageTokenWanted whether the answer shall say where the next page starts, an optional field
 *     of ours
 */
public record ListQuery(
    long offset, long limit, boolean asc, String pageToken, boolean pageTokenWanted) {

  private static final Field OFFSET = Field.of(1, "offset", Scalar.UINT64);
  private static final Field LIMIT = Field.of(2, "limit", Scalar.UINT32);
  private static final Field ASC = Field.of(3, "asc", Scalar.BOOL);

  /** Ours: the numbers of the contract are far below. */
  private static final Field PAGE_TOKEN = Field.of(1000, "page_token", Scalar.STRING);

  private static final Field PAGE_TOKEN_WANTED = Field.of(1001, "page_token_wanted", Scalar.BOOL);

  /** From the start, newest first. */
  public static final ListQuery NONE = new ListQuery(0, 0, false, "", false);

  /** The message. */
  public static final MessageType<ListQuery> TYPE = type("zitadel.v1.ListQuery");

  /** The message of the same fields in the second version of the API. */
  public static final MessageType<ListQuery> PAGINATION_TYPE =
      type("zitadel.filter.v2.PaginationRequest");

  private static MessageType<ListQuery> type(String fullName) {
    return new MessageType<>(
        fullName,
        List.of(OFFSET, LIMIT, ASC, PAGE_TOKEN, PAGE_TOKEN_WANTED),
        values ->
            new ListQuery(
                values.number(OFFSET),
                values.number(LIMIT),
                values.flag(ASC),
                values.text(PAGE_TOKEN),
                values.flag(PAGE_TOKEN_WANTED)),
        (query, values) ->
            values
                .set(OFFSET, query.offset())
                .set(LIMIT, query.limit())
                .set(ASC, query.asc())
                .set(PAGE_TOKEN, query.pageToken())
                .set(PAGE_TOKEN_WANTED, query.pageTokenWanted()));
  }

  /**
   * What an answer says of the next page: nothing to a client that knows nothing of it.
   *
   * @param next where the next page starts; absent if nothing follows
   * @return the {@code nextPageToken}; empty to leave it out
   */
  public String tell(Optional<String> next) {
    return pageTokenWanted || !pageToken.isEmpty() ? next.orElse("") : "";
  }
}
