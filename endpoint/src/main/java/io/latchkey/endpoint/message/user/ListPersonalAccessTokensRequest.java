package io.latchkey.endpoint.message.user;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.ListQuery;
import io.latchkey.endpoint.schema.EnumType;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;
import io.latchkey.spi.token.TokenOrder;
import java.util.List;

/**
 * {@code zitadel.user.v2.ListPersonalAccessTokensRequest}.
 *
 * @param pagination which part of the list
 * @param sortedBy what the tokens are sorted by
 * @param filters what a token must be like, all of them; copied
 */
public record ListPersonalAccessTokensRequest(
    ListQuery pagination, TokenOrder.Field sortedBy, List<SearchFilter> filters) {

  private static final EnumType FIELD_NAME_TYPE =
      new EnumType(
          "zitadel.user.v2.PersonalAccessTokenFieldName",
          List.of(
              "PERSONAL_ACCESS_TOKEN_FIELD_NAME_UNSPECIFIED",
              "PERSONAL_ACCESS_TOKEN_FIELD_NAME_CREATED_DATE",
              "PERSONAL_ACCESS_TOKEN_FIELD_NAME_ID",
              "PERSONAL_ACCESS_TOKEN_FIELD_NAME_USER_ID",
              "PERSONAL_ACCESS_TOKEN_FIELD_NAME_ORGANIZATION_ID",
              "PERSONAL_ACCESS_TOKEN_FIELD_NAME_EXPIRATION_DATE"));

  /** By the numbers of the field names. */
  private static final List<TokenOrder.Field> ORDERS =
      List.of(
          TokenOrder.Field.CREATION_DATE,
          TokenOrder.Field.CREATION_DATE,
          TokenOrder.Field.TOKEN_ID,
          TokenOrder.Field.USER_ID,
          TokenOrder.Field.ORGANIZATION_ID,
          TokenOrder.Field.EXPIRATION_DATE);

  private static final Field PAGINATION = Field.of(1, "pagination", ListQuery.PAGINATION_TYPE);
  private static final Field SORTING_COLUMN = Field.of(2, "sorting_column", FIELD_NAME_TYPE);
  private static final Field FILTERS = Field.listOf(3, "filters", SearchFilter.TYPE);

  /** The message, which a server only reads. */
  public static final MessageType<ListPersonalAccessTokensRequest> TYPE =
      new MessageType<>(
          "zitadel.user.v2.ListPersonalAccessTokensRequest",
          List.of(PAGINATION, SORTING_COLUMN, FILTERS),
          values ->
              new ListPersonalAccessTokensRequest(
                  values.message(PAGINATION, ListQuery.PAGINATION_TYPE).orElse(ListQuery.NONE),
                  order(values),
                  values.messages(FILTERS, SearchFilter.TYPE)),
          (request, values) -> {
            throw new IllegalStateException("a server writes no filters");
          });

  /** Refuses a null component. */
  public ListPersonalAccessTokensRequest {
    requireNonNull(pagination, "pagination");
    requireNonNull(sortedBy, "sortedBy");
    filters = List.copyOf(filters);
  }

  private static TokenOrder.Field order(FieldValues values) {
    long column = values.number(SORTING_COLUMN);
    if (column < 0 || column >= ORDERS.size()) {
      throw CallException.malformed("invalid value for field sortingColumn: no such column");
    }
    return ORDERS.get((int) column);
  }
}
