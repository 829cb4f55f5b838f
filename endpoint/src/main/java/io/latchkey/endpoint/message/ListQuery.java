package io.latchkey.endpoint.message;

import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.util.List;

/**
 * {@code zitadel.v1.ListQuery}: which part of a list.
 *
 * @param offset how many to pass over, as an unsigned number
 * @param limit how many to show at the most, 0 to 2³²−1; 0 for as many as the server thinks fit
 * @param asc true for the oldest first
 */
public record ListQuery(long offset, long limit, boolean asc) {

  private static final Field OFFSET = Field.of(1, "offset", Scalar.UINT64);
  private static final Field LIMIT = Field.of(2, "limit", Scalar.UINT32);
  private static final Field ASC = Field.of(3, "asc", Scalar.BOOL);

  /** From the start, newest first. */
  public static final ListQuery NONE = new ListQuery(0, 0, false);

  /** The message. */
  public static final MessageType<ListQuery> TYPE = type("zitadel.v1.ListQuery");

  /** The message of the same fields in the second version of the API. */
  public static final MessageType<ListQuery> PAGINATION_TYPE =
      type("zitadel.filter.v2.PaginationRequest");

  private static MessageType<ListQuery> type(String fullName) {
    return new MessageType<>(
        fullName,
        List.of(OFFSET, LIMIT, ASC),
        values -> new ListQuery(values.number(OFFSET), values.number(LIMIT), values.flag(ASC)),
        (query, values) ->
            values.set(OFFSET, query.offset()).set(LIMIT, query.limit()).set(ASC, query.asc()));
  }
}
